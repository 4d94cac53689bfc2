import { useEffect, useState } from 'react'
import { Dialog } from '../components/layout/dialog.tsx'
import { Facts } from '../components/layout/facts.tsx'

const keys = [
  { label: '?', value: 'These keys' },
  { label: '/', value: 'The search box' },
  { label: 'Ctrl + Enter', value: 'In a form: check what will be stored; there: save it as a proposal' },
  { label: 'F2', value: 'In a form with a text: back to the text, from any field' },
  { label: 's, Shift + S', value: 'In the text: the next suggestion, the one before' },
  { label: 'w', value: 'In the text: the whole sentence, then the next one too' },
  { label: 't d c n g y p l h b k o u', value: 'In the text: the selected words become title, date, country, how many, how many to a country, how many of a nationality, people, where the last person went, how they left, basis, sanctions action, note, summary' },
  { label: '1 2 3 4', value: 'In the text: the source’s title, publisher, author, date' },
  { label: 'q, i', value: 'In the text: more words for what was filled last; who is quoted in it' },
  { label: 'Arrow keys', value: 'In a box that looks for records: go through what was found; Enter takes it' },
  { label: 'Shift, three times', value: 'Quick exit: an empty page takes the desk’s place, and you are signed out' },
] as const

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/** The keys of the desk, shown by `?` wherever nothing is being typed. */
export const KeysHelp = () => {
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    const onKeyDown = (pressed: KeyboardEvent) => {
      if (pressed.key !== '?' || isTyping(pressed.target)) return
      pressed.preventDefault()
      setOpen(true)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
  return isOpen ? (
    <Dialog title="Keys" onClose={() => setOpen(false)}>
      <Facts facts={keys} />
    </Dialog>
  ) : null
}
