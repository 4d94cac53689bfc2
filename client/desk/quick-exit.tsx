import { useEffect } from 'react'
import { signOut } from '#contract/accounts.ts'
import { Button } from '../components/forms/button.tsx'
import { call } from '../lib/call.ts'
import { saveAllBeforeLeaving } from '../lib/quick-leave.ts'

const times = 3
/** Within so many milliseconds: faster than anyone types capitals. */
const withinMs = 1200

/**
 * Shows an empty page in place of the desk at once, and asks nothing. Behind it what was typed is
 * kept as a draft and the session is ended: "Back" comes to the sign-in page.
 */
const leave = async (): Promise<void> => {
  document.documentElement.hidden = true
  document.title = 'New tab'
  await saveAllBeforeLeaving()
  void call(signOut, { keepalive: true }).catch(() => null)
  // A browser that does not let a request outlive its page needs a moment to send it.
  setTimeout(() => window.location.replace('about:blank'), 150)
}

/** Three times Shift, alone and quickly, leaves the desk. */
export const useQuickExit = (): void => {
  useEffect(() => {
    let pressed: number[] = []
    const onKeyDown = ({ key, repeat, timeStamp }: KeyboardEvent) => {
      if (key !== 'Shift' || repeat) {
        pressed = []
        return
      }
      pressed = [...pressed.filter((at) => timeStamp - at < withinMs), timeStamp]
      if (pressed.length >= times) void leave()
    }
    // Shift held for a capital or a selection is not a call for help.
    const onOther = () => {
      pressed = []
    }
    document.addEventListener('keydown', onKeyDown)
    document.addEventListener('pointerdown', onOther)
    return () => {
      document.removeEventListener('keydown', onKeyDown)
      document.removeEventListener('pointerdown', onOther)
    }
  }, [])
}

export const QuickExitButton = () => (
  <Button small kind="plain" onClick={() => void leave()} title="Three times Shift does the same">
    Quick exit
  </Button>
)
