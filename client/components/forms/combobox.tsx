import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { useHeardIn } from '#client/lib/use-heard-in.ts'
import { VisuallyHidden } from '../layout/visually-hidden.tsx'
import styles from './combobox.module.css'
import { Field } from './field.tsx'
import fieldStyles from './fields.module.css'

export type ComboboxOption = {
  readonly key: string
  readonly label: string
  /** Language of the label, where it is a name. */
  readonly lang?: string | null
  /** What tells it from others of the same label. */
  readonly detail?: string
}

/**
 * A text box with a list of what the text can mean, after the WAI-ARIA pattern "editable combobox
 * with list autocomplete": arrows go through the list, Enter takes, Escape closes it. What is typed
 * stays as it is until something is taken.
 */
export const Combobox = ({
  id,
  label,
  hint,
  error,
  text,
  options,
  status,
  onText,
  onTake,
  onLeave,
}: {
  id: string
  label: ReactNode
  hint?: ReactNode
  error?: string | undefined
  text: string
  options: readonly ComboboxOption[]
  /** Read out as the list changes: how many there are, that it is looking. */
  status?: string
  onText: (text: string) => void
  onTake: (key: string) => void
  onLeave?: () => void
}) => {
  const list = useRef<HTMLDivElement>(null)
  const [isOpen, setOpen] = useState(false)
  // By its key: an answer that comes late moves the others, and Enter takes the one that was gone to, or none.
  const [active, setActive] = useState<string | null>(null)
  const isShown = isOpen && options.length > 0
  const at = options.findIndex(({ key }) => key === active)
  const close = () => {
    setOpen(false)
    setActive(null)
  }
  const take = (option: ComboboxOption) => {
    close()
    onTake(option.key)
  }
  const step = (by: number) => {
    setOpen(true)
    const next = isShown ? (at + by + options.length + (at === -1 && by < 0 ? 1 : 0)) % options.length : by > 0 ? 0 : options.length - 1
    setActive(options[next]?.key ?? null)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const option = isShown ? options[at] : undefined
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') step(event.key === 'ArrowDown' ? 1 : -1)
    else if (event.key === 'Enter' && option !== undefined) take(option)
    else if (event.key === 'Escape' && isShown) close()
    else return
    event.preventDefault()
  }
  // The keyboard reaches the options through the box, as the pattern has it.
  useHeardIn(list, 'click', ({ target }) => {
    const clicked = [...(list.current?.children ?? [])].findIndex((option) => target instanceof Node && option.contains(target))
    const option = options[clicked]
    if (option !== undefined) take(option)
  })
  return (
    <div className={styles.combobox}>
      <Field label={label} id={id} error={error} {...(hint === undefined ? {} : { hint })}>
        {(control) => (
          <input
            {...control}
            type="text"
            role="combobox"
            className={fieldStyles.control}
            autoComplete="off"
            spellCheck={false}
            aria-autocomplete="list"
            aria-expanded={isShown}
            aria-controls={`${id}-list`}
            {...(isShown && at >= 0 ? { 'aria-activedescendant': `${id}-option-${at}` } : {})}
            value={text}
            onChange={(event) => {
              setOpen(true)
              setActive(null)
              onText(event.target.value)
            }}
            onClick={() => setOpen(true)}
            onKeyDown={onKeyDown}
            onBlur={() => {
              close()
              onLeave?.()
            }}
          />
        )}
      </Field>
      <div ref={list} id={`${id}-list`} role="listbox" aria-label="Matches" className={styles.list} hidden={!isShown}>
        {isShown
          ? options.map((option, index) => (
              <div
                key={option.key}
                id={`${id}-option-${index}`}
                ref={index === at ? scrollIntoList : null}
                role="option"
                tabIndex={-1}
                aria-selected={index === at}
                className={styles.option}
                // Taking the focus from the box would close the list before the click.
                onPointerDown={(event) => event.preventDefault()}
              >
                <span {...(option.lang ? { lang: option.lang } : {})}>{option.label}</span>
                {option.detail === undefined ? null : <span className={styles.detail}>{option.detail}</span>}
              </div>
            ))
          : null}
      </div>
      <VisuallyHidden>
        <output>{isOpen ? status : ''}</output>
      </VisuallyHidden>
    </div>
  )
}

const scrollIntoList = (option: HTMLElement | null): void => option?.scrollIntoView({ block: 'nearest' })
