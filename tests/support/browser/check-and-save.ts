import type { Page } from 'playwright-core'

/**
 * The last look before a form is sent, by keyboard: gives a reason for each value without words,
 * ticks that harm was looked for, and sends it.
 */
export const lookAndSave = async (page: Page): Promise<void> => {
  await page.getByRole('heading', { name: 'Check what will be stored' }).waitFor()
  for (const field of await page.getByLabel(/: why no words are kept$/).all()) {
    await field.focus()
    await page.keyboard.type('Told to us directly')
  }
  await page.getByRole('checkbox', { name: /^I looked for these/ }).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Control+Enter')
}
