import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { recordTables } from '#server/db/records.ts'
import { allIsThere } from '#tests/support/browser/all-is-there.ts'
import { checkAxe } from '#tests/support/browser/check-axe.ts'
import { runHabeas } from '#tests/support/browser/run-habeas.ts'
import { messyList, plantedFaults } from '#tests/support/messy-list.ts'

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const rowItem = (page: Page, row: number) => page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: new RegExp(`^Row ${row}\\b`) }) })

const answerAll = async (page: Page, answer: string, problem: string): Promise<void> => {
  await button(page, `${answer}: ${problem}`).click()
  await expect.poll(() => page.getByRole('cell', { name: problem, exact: true }).or(page.getByRole('rowheader', { name: problem, exact: true })).count()).toBe(0)
  await allIsThere(page)
}

/** Types a correction into a cell of a row and keeps it with Enter. */
const correct = async (page: Page, row: number, column: string, value: string): Promise<void> => {
  const field = rowItem(page, row).getByRole('textbox', { name: new RegExp(`^${column} `) })
  await field.fill(value)
  await field.press('Enter')
  await allIsThere(page)
}

describe('a messy list', () => {
  const habeas = runHabeas({ signsIn: true })

  const contents = (): Record<string, unknown[]> => {
    const register = new Database(join(habeas.dataDir, 'register.sqlite'), { readonly: true })
    try {
      return Object.fromEntries(recordTables.map((table) => [table, register.prepare(`SELECT * FROM ${table} ORDER BY id`).all()]))
    } finally {
      register.close()
    }
  }

  test('is sent, shows its twenty faults in one pass, is corrected, approved, and taken back without a trace in the records', async () => {
    const before = contents()
    const { page } = await habeas.openAsKeeper()
    await page.goto('/desk')
    await page.getByRole('link', { name: 'Import a list' }).click()
    await page.getByLabel('File', { exact: true }).setInputFiles({ name: 'messy.csv', mimeType: 'text/csv', buffer: Buffer.from(messyList) })
    await button(page, 'Send the file').click()

    await page.getByRole('heading', { name: 'How to read it' }).waitFor()
    await allIsThere(page)
    expect(await page.getByLabel('What column A Прозвішча і імя means').inputValue()).toBe('name')
    await page.getByLabel('Country of rows that say none').selectOption('XV')
    await page.getByLabel('Title of the source').fill('An invented list')
    await button(page, 'Check the rows').click()

    await page.getByRole('heading', { name: 'What was found' }).waitFor()
    await allIsThere(page)
    const address = page.url()
    const answer = await page.request.get(`${habeas.deskAddress}/api/imports/I-1/report`)
    const lines = (await answer.text()).trim().split('\r\n').slice(1)
    expect(lines.map((line) => line.split(',').slice(0, 2))).toEqual(plantedFaults.map(([row, column]) => [String(row), column]))
    for (const colorScheme of ['light', 'dark'] as const) await checkAxe(habeas.browser, address, { colorScheme, storageState: habeas.keeper })

    await answerAll(page, 'Take every suggestion', 'Latin and Cyrillic letters mixed in a word')
    await answerAll(page, 'Take every suggestion', 'Numbers for days')
    await answerAll(page, 'Take every suggestion', 'Surname first')
    await answerAll(page, 'Take every suggestion', 'Month first')
    await answerAll(page, 'Take every suggestion', 'Words for an empty cell')
    await answerAll(page, 'Take every suggestion', 'Errors of the spreadsheet')
    await correct(page, 9, 'E', '7.7.2021')
    await button(page, /^The same person ?: row 10$/).click()
    await allIsThere(page)
    await page.getByLabel('Why it is another person (row 11)').fill('Born a generation before')
    await button(page, /^Another person ?: row 11$/).click()
    await allIsThere(page)
    await correct(page, 12, 'B', '28.2.1988')
    await correct(page, 12, 'D', 'Velmaria')
    await correct(page, 13, 'F', '')
    await correct(page, 13, 'I', 'у калоніі')
    await correct(page, 14, 'G', 'Астрэл')
    await button(page, /^Leave this row out ?: row 15$/).click()
    await allIsThere(page)
    await correct(page, 16, 'E', '1.1.2021')
    await correct(page, 17, 'C', 'м')
    await correct(page, 17, 'E', '')
    await button(page, 'Check again').click()
    await allIsThere(page)
    await page.getByText('No problem was found.').waitFor()

    await page.getByLabel('Reason').fill('The committee’s list')
    await button(page, 'Propose as one import').click()
    await page.getByRole('link', { name: /^P-\d+$/ }).click()
    await page.getByRole('heading', { name: 'Import of messy.csv' }).waitFor()
    await checkAxe(habeas.browser, page.url(), { storageState: habeas.keeper })
    await page.getByRole('button', { name: 'Approve', exact: true }).click()
    await page.getByText('Approved.').waitFor()
    expect(contents().detainee).toHaveLength((before.detainee?.length ?? 0) + 13)

    await page.goto(address)
    await rowItem(page, 3).getByRole('link', { name: /^D-\d+$/ }).waitFor()
    await page.getByLabel('Reason').fill('It was the wrong list')
    await button(page, 'Propose to take this import back').click()
    await page.getByRole('button', { name: 'Approve', exact: true }).click()
    await page.getByText('Approved.').waitFor()
    expect(contents()).toEqual(before)
  })

  test('fits a page of 320 pixels while it is being corrected', async () => {
    const { page } = await habeas.openAsKeeper({ viewport: { width: 320, height: 640 } })
    await page.goto('/imports')
    await page.getByLabel('File', { exact: true }).setInputFiles({ name: `${'w'.repeat(90)}.csv`, mimeType: 'text/csv', buffer: Buffer.from(messyList) })
    await button(page, 'Send the file').click()
    await button(page, 'Check the rows').click()
    await page.getByRole('heading', { name: 'What was found' }).waitFor()
    await allIsThere(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  })
})
