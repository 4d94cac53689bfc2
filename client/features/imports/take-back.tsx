import { ProposeAct } from '#client/components/entry/propose-act.tsx'
import { Section } from '#client/components/layout/section.tsx'
import { useHasRole } from '#client/lib/use-session.ts'
import { contentRoles } from '#contract/access.ts'
import type { Import } from '#contract/import-view.ts'

/** Proposes to take back a whole import that is in the register. */
export const TakeBack = ({ of: { state, changesetId } }: { of: Import }) => {
  const mayWrite = useHasRole(...contentRoles)
  if (state !== 'applied' || changesetId === null || !mayWrite) return null
  return (
    <Section title="Take it back" note="All of it, as a proposal">
      <ProposeAct
        act={{ kind: 'undo', changeKind: 'correction', body: { act: 'undo', changeset: changesetId } }}
        button="Propose to take this import back"
        hint="The reviewer reads it, and it stays in the history."
      />
    </Section>
  )
}
