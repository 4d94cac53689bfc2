import { expect, test } from 'vitest'
import { bodyFromDraft } from '#client/features/release-event-form/body-from-draft.ts'
import { draftFromBody } from '#client/features/release-event-form/draft-from-body.ts'
import { ReleaseEventWrite } from '#contract/release-event-write.ts'
import { changesBetween } from '#server/desk/release-event/changes.ts'
import { findNames } from '#server/desk/release-event/names.ts'
import { findReleaseEventWrite } from '#server/desk/release-event/write-body.ts'
import { seededRegister } from '#tests/support/test-register.ts'

test('opening any seeded release event in the form and saving it unchanged proposes no change', async () => {
  const { db } = await seededRegister()
  const events = await db.selectFrom('release_event').select('id').execute()
  expect(events).toHaveLength(23)
  for (const { id } of events) {
    const write = await findReleaseEventWrite(db, id)
    if (write === null) throw new Error(`R-${id} has no write body`)
    const known = { people: new Map(), actions: new Map(), sources: new Map() }
    const { body, findings } = bodyFromDraft(draftFromBody(write.body, known, { changeKind: 'correction', reason: '' }))
    expect([...findings.problems], `R-${id}`).toEqual([])
    const names = await findNames(db, [write.body])
    expect(changesBetween(write.body, ReleaseEventWrite.parse(body), names), `R-${id}`).toEqual([])
  }
})
