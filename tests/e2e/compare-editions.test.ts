import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'

import { allIsThere } from '#tests/support/browser/all-is-there.ts'
import { checkAxe } from '#tests/support/browser/check-axe.ts'
import { runHabeas } from '#tests/support/browser/run-habeas.ts'
import type { SignedIn } from '#tests/support/keeper.ts'
import type { Habeas } from '#tests/support/start-habeas.ts'

type Written = { readonly version: number; readonly body: { title: string; counts: { dimension: string; best: number }[] } }

/** Corrects the total of R-2 by a number of people at the desk, and publishes it as the next edition. */
const publishACorrection = async ({ deskAddress }: Pick<Habeas, 'deskAddress'>, { cookies }: SignedIn, by: number): Promise<void> => {
  const ask = async <Answer>(method: string, path: string, body?: unknown, etag = ''): Promise<{ data: Answer; etag: string }> => {
    const response = await fetch(`${deskAddress}/api${path}`, {
      method,
      headers: {
        cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
        origin: deskAddress,
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
        'if-match': etag,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
    return { data: (await response.json()) as Answer, etag: response.headers.get('etag') ?? '' }
  }
  const { data } = await ask<Written>('GET', '/release-events/2/write')
  for (const count of data.body.counts) if (count.dimension === 'total') count.best += by
  const correction = { kind: 'release_event', recordId: 2, baseVersion: data.version, changeKind: 'correction' }
  const proposal = await ask<{ id: number }>('POST', '/proposals', { ...correction, reason: 'A better report', body: data.body })
  await ask('POST', `/reviews/${proposal.data.id}`, { decision: 'approve', reason: '' }, proposal.etag)
  await ask('POST', '/publish', { note: 'One count corrected', confirmed: true })
}

describe('after a number was corrected and published anew', () => {
  const habeas = runHabeas({ signsIn: true })
  beforeAll(() => publishACorrection(habeas, habeas.keeper, 3))

  test('a permalink shows the old number, says that a newer edition exists, and leads to what changed', async () => {
    const { page } = await habeas.openPublic()
    await page.goto('/?edition=1')
    await page.getByTestId('headline').getByText('864').waitFor()
    await page.getByRole('note').getByText('Edition 2 is newer').waitFor()
    await page.getByRole('link', { name: 'see what changed' }).click()

    await page.getByRole('heading', { level: 1, name: 'From edition 1 to edition 2' }).waitFor()
    const steps = page.getByRole('table', { name: /^Releases as reported: 864 to 867, \+3/ })
    await steps.getByRole('row', { name: /^Edition 1\.0 864/ }).waitFor()
    await steps.getByRole('row', { name: /^Corrected counts \+3 1 event/ }).waitFor()
    await steps.getByRole('row', { name: /^Edition 2\.0 867/ }).waitFor()
    await page.getByText('Corrected: 1 release event. Nothing was added, merged or withdrawn.').waitFor()
    const corrected = page.getByRole('region', { name: 'Corrected' })
    await corrected.getByRole('heading', { name: 'Release events: 1' }).waitFor()
    await corrected.getByRole('listitem').filter({ hasText: /^Number \(Total\): 18 → 21$/ }).waitFor()
    await page.getByText('Nobody of these two editions had to be protected since they came out.').waitFor()

    await page.getByRole('note').getByRole('link', { name: 'Read the newest edition' }).click()
    await page.getByRole('note').waitFor({ state: 'detached' })
    await page.getByRole('link', { name: 'Habeas' }).click()
    await page.getByTestId('headline').getByText('867').waitFor()
    await expect.poll(() => new URL(page.url()).search).toBe('')
  })

  test('the list of editions has each with its note and hash, and gives its file', async () => {
    const { page } = await habeas.openPublic()
    await page.goto('/editions')
    const second = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Edition 2' }) })
    await second.getByText('One count corrected').waitFor()
    expect(await second.locator('code').first().innerText()).toMatch(/^[0-9a-f]{64}$/)
    const [file] = await Promise.all([page.waitForEvent('download'), second.getByRole('link', { name: /^SQLite file, \d+ kB$/ }).click()])
    expect(file.suggestedFilename()).toMatch(/\.sqlite$/)
    expect(await file.failure()).toBeNull()
  })

  test('axe finds nothing where two editions differ, in light and in dark, and nothing is wider than 320 pixels', async () => {
    const address = `${habeas.publicAddress}/editions/compare?a=1&b=2`
    for (const colorScheme of ['light', 'dark'] as const) await checkAxe(habeas.browser, address, { colorScheme })
    const { page } = await habeas.openPublic({ viewport: { width: 320, height: 800 } })
    await page.goto(address)
    await allIsThere(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  })
})
