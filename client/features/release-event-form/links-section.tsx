import { memo } from 'react'
import { SelectField, TextField, optionsOf } from '#client/components/forms/text-field.tsx'
import { Section } from '#client/components/layout/section.tsx'
import { useAnswer } from '#client/lib/use-answer.ts'
import { useDebounced } from '#client/lib/use-debounced.ts'
import { linkLabels } from '#contract/codes.ts'
import { formatStatedDate } from '#contract/dates/format-date.ts'
import { listSanctionsActions } from '#contract/sanctions-actions.ts'
import type { Draft, LinkDraft } from './draft.ts'
import { EvidenceDisclosure } from '#client/components/entry/evidence-disclosure.tsx'
import { Finder } from '#client/components/entry/finder.tsx'
import { focusSoon } from '#client/components/entry/focus-soon.ts'
import { useField, useForm } from '#client/components/entry/form-context.ts'
import { newLink } from './new-rows.ts'
import { RemovableRow } from '#client/components/entry/removable-row.tsx'
import styles from '#client/components/entry/entry.module.css'
import { linkValues } from './stated-values.ts'
import { withLinkAdded } from './take-links.ts'
import { useRows } from './use-rows.tsx'

/** Sanctions actions that a source links to the release, in the source's words. */
export const LinksSection = memo(({ links, text }: { links: readonly LinkDraft[]; text: string }) => {
  const { change } = useForm<Draft>()
  const { changeRow, removeRow, undo } = useRows('links', 'find-links')
  const q = useDebounced(text.trim())
  const answer = useAnswer(listSanctionsActions, { query: { q: q.slice(0, 200), limit: 8 }, enabled: q !== '', keepPrevious: true })
  const rows = q === '' ? [] : (answer.data?.data ?? [])
  const take = (key: string) => {
    const row = rows.find(({ id }) => String(id) === key)
    if (row === undefined) return
    const link = newLink(row.id, `${row.title} (${row.ref})`)
    change((draft) => withLinkAdded(draft, link))
    focusSoon(`${link.uid}-relation`)
  }
  return (
    <Section title="Linked sanctions actions" note="Only where a source makes the link; none says that one caused the other">
      {links.map((link) => (
        <LinkRow key={link.uid} link={link} onChange={changeRow} onRemove={removeRow} />
      ))}
      {undo}
      <div className={styles.finder}>
        <Finder
          name="links"
          label={links.length === 0 ? 'Sanctions action' : 'Another sanctions action'}
          hint="Type part of who acted, on what, or the name of the instrument."
          text={text}
          asked={q}
          answer={answer}
          found={rows.map((row) => ({
            key: String(row.id),
            label: row.title,
            detail: [row.ref, formatStatedDate(row.date), row.instrument ?? []].flat().join('; '),
          }))}
          onTake={take}
        />
      </div>
    </Section>
  )
})

const LinkRow = memo(
  ({
    link,
    onChange,
    onRemove,
  }: {
    link: LinkDraft
    onChange: (uid: string, patch: Partial<LinkDraft>) => void
    onRemove: (uid: string, name: string) => void
  }) => {
    const { uid, title } = link
    return (
      <RemovableRow uid={uid} title={title} name={title} onRemove={() => onRemove(uid, title)}>
        <div className={styles.pair}>
          <SelectField
            {...useField(`${uid}-relation`)}
            label="How the source words the link"
            value={link.relation}
            options={[{ value: '', label: 'Choose' }, ...optionsOf(linkLabels)]}
            onChange={(event) => onChange(uid, { relation: event.target.value })}
          />
          <TextField
            {...useField(`${uid}-saidBy`)}
            label="Link said by"
            value={link.saidBy}
            onChange={(event) => onChange(uid, { saidBy: event.target.value })}
          />
        </div>
        <EvidenceDisclosure
          of={`the link to ${title}`}
          evidence={link.evidence}
          current={linkValues(link)}
          values={[{ name: 'relation', label: 'The link' }]}
          onChange={(evidence) => onChange(uid, { evidence })}
        />
      </RemovableRow>
    )
  },
)
