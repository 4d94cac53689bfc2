import { beforeAll, describe, expect, test } from 'vitest'
import { allIsThere } from '#tests/support/browser/all-is-there.ts'
import { openForAxe } from '#tests/support/browser/check-axe.ts'
import type { OpenedPage } from '#tests/support/browser/open-page.ts'
import { deskPages, publicPages } from '#tests/support/browser/pages.ts'
import { runHabeas } from '#tests/support/browser/run-habeas.ts'

/*
 * Every page of both doors: axe finds nothing in light and dark, nothing overflows at 320 px,
 * and nothing breaks the content security policy, asks another place or fails in the console.
 */

const missingPages = ['/release-events/999', '/no-such-page']

const habeas = runHabeas({ signsIn: true })
let axe: Record<'visitor' | 'staff', Awaited<ReturnType<typeof openForAxe>>>
let small: Record<'visitor' | 'staff', OpenedPage>

const phone = { width: 320, height: 800 } as const

// One page for each of the two who look at pages: opening anew for every check takes most of the time.
beforeAll(async () => {
  const { browser, keeper } = habeas
  axe = { visitor: await openForAxe(browser), staff: await openForAxe(browser, { storageState: keeper }) }
  small = { visitor: await habeas.openPublic({ viewport: phone }), staff: await habeas.openAsKeeper({ viewport: phone }) }
})

/** Both themes, and both layouts: rows become cards on a phone. */
const ways = [
  { colorScheme: 'light', viewport: { width: 1280, height: 800 } },
  { colorScheme: 'dark', viewport: { width: 375, height: 800 } },
] as const

const checkWithAxe = async (who: keyof typeof axe, address: string): Promise<void> => {
  for (const way of ways) await axe[who].check(address, way)
}

describe('axe finds nothing', () => {
  test.each([...publicPages, ...missingPages])('on the public page %s', (path) => checkWithAxe('visitor', habeas.publicAddress + path))

  test.each(['/sign-in-is-asked-for', '/first-account', '/invitation', '/invitation#a-token', '/password#a-token'])('at the desk without an account, %s', (path) =>
    checkWithAxe('visitor', habeas.deskAddress + path),
  )

  test.each(deskPages)('on the desk page %s', (path) => checkWithAxe('staff', habeas.deskAddress + path))
})

const checkFits = async ({ page, problems }: OpenedPage, address: string): Promise<void> => {
  const before = (await problems()).length
  await page.goto(address)
  await allIsThere(page)
  const [content, room] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth] as const)
  expect(content, `${address} is wider than 320 px`).toBeLessThanOrEqual(room)
  expect((await problems()).slice(before)).toEqual([])
}

describe('at 320 px nothing overflows, and nothing breaks the policy', () => {
  test.each(publicPages)('on the public page %s', (path) => checkFits(small.visitor, habeas.publicAddress + path))
  test.each(deskPages)('on the desk page %s', (path) => checkFits(small.staff, habeas.deskAddress + path))
})

test('a page that is not there says so and leads on', async () => {
  const { page } = await habeas.openPublic({ expected: [/status of 404/] })
  await page.goto('/release-events/999')
  await page.getByRole('heading', { level: 1, name: 'There is no such record' }).waitFor()
  expect(await page.getByRole('main').getByRole('link', { name: 'release events' }).getAttribute('href')).toBe('/release-events')
})
