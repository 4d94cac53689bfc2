import { expect, test } from 'vitest'
import { allIsThere } from '#tests/support/browser/all-is-there.ts'
import { runHabeas } from '#tests/support/browser/run-habeas.ts'

/*
 * A list fits the screen it is read on and the paper it is printed on.
 */

const habeas = runHabeas()

const open = async (path: string, width: number) => {
  const { page } = await habeas.openPublic({ viewport: { width, height: 900 } })
  await page.goto(path)
  await allIsThere(page)
  return page
}

test('on paper a list takes the whole width, without what only a screen can do', async () => {
  const page = await open('/release-events?destination=LT&from=2020-01-01', 1280)
  const table = page.getByRole('table')
  const removeAll = page.getByRole('link', { name: 'Remove all' })
  const arrow = page.getByRole('columnheader').getByText(/[↕↑↓]/).first()
  expect([await removeAll.isVisible(), await arrow.isVisible()]).toEqual([true, true])
  await page.emulateMedia({ media: 'print' })
  expect([await removeAll.isVisible(), await arrow.isVisible()]).toEqual([false, false])
  const main = await page.getByRole('main').boundingBox()
  expect((await table.boundingBox())?.width).toBeGreaterThan((main?.width ?? 0) * 0.9)
})

test('beside its filters no list is wider than its place', async () => {
  const page = await open('/detainees', 1024)
  for (const path of ['/detainees', '/release-events', '/sanctions-actions']) {
    await page.goto(path)
    const table = page.getByRole('table').first()
    await allIsThere(page)
    for (const width of [1024, 1100, 1280, 1440]) {
      await page.setViewportSize({ width, height: 900 })
      await allIsThere(page)
      const over = await table.evaluate((drawn) => drawn.scrollWidth - (drawn.parentElement?.clientWidth ?? 0))
      expect.soft(over, `${path} at ${width} px`).toBeLessThanOrEqual(0)
    }
  }
})
