import { expect, test } from 'vitest'
import { allIsThere } from '#tests/support/browser/all-is-there.ts'
import { runHabeas } from '#tests/support/browser/run-habeas.ts'

const habeas = runHabeas({ signsIn: true })

const shots = process.env.HABEAS_SHOTS

test('two people become one, field by field, and two again from the history', async () => {
  const { page } = await habeas.openAsKeeper({ viewport: { width: 1280, height: 900 } })
  const look = async (name: string) => {
    if (shots !== undefined) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true })
  }
  await page.goto('/duplicates')
  await page.getByText('Looked through').waitFor()
  await look('duplicates')

  await page.goto('/detainees/D-1/merge/D-2')
  await page.getByRole('heading', { name: 'They are one: D-1 is kept' }).waitFor()
  await look('merge')
  await allIsThere(page)
  for (const group of await page.getByRole('group').all()) {
    const first = group.getByRole('radio').first()
    if ((await first.count()) > 0) await first.check()
  }
  await page.getByLabel('Reason').fill('The same prisoner, says the lawyer')
  await page.getByRole('button', { name: 'Propose that D-2 is D-1' }).click()
  await page.getByRole('heading', { name: 'D-2 is the same person as D-1' }).waitFor()
  await look('merge-proposal')
  await page.getByRole('button', { name: 'Approve', exact: true }).click()
  await page.getByText('Approved.').waitFor()

  await page.goto('/detainees/D-2')
  await page.getByText('found to be the same person as').waitFor()

  await page.goto('/detainees/D-1/history')
  await page.getByRole('button', { name: /^Take change \d+ back/ }).first().click()
  await look('history')
  await page.getByLabel('Reason').fill('They are brothers')
  await page.getByRole('button', { name: /^Propose to take change/ }).click()
  await page.getByRole('heading', { name: /^Undo change/ }).waitFor()
  await page.getByRole('button', { name: 'Approve', exact: true }).click()
  await page.getByText('Approved.').waitFor()
  await page.goto('/detainees/D-2')
  await allIsThere(page)
  expect(await page.getByText('found to be the same person as').count()).toBe(0)

  await page.goto('/detainees/D-2/redact')
  await page.getByRole('heading', { name: 'What it will touch' }).waitFor()
  await look('redact')
  await page.setViewportSize({ width: 375, height: 800 })
  await look('redact-375')
  await page.goto('/detainees/D-1/merge/D-2')
  await page.getByRole('heading', { name: 'They are one: D-1 is kept' }).waitFor()
  await look('merge-375')
  await page.goto('/detainees/D-1/history')
  await page.getByText('Change').first().waitFor()
  await look('history-375')
})
