import type { Page } from 'playwright-core'
import { codeOf } from '../totp.ts'
import type { RunningHabeas } from './run-habeas.ts'

const account = { name: 'Rita Reviewer', email: 'rita@example.org', password: 'four words nobody joins' } as const

const press = (page: Page, name: string) => page.getByRole('button', { name }).click()
const password = (page: Page, label = 'Password') => page.getByLabel(label, { exact: true })

/**
 * A second person of the staff, invited with these roles by the keeper: makes the
 * account, sets up a second factor, signs out, and is given as a page signed in with both.
 */
export const signInSecondPerson = async (
  { openDesk, openAsKeeper }: Pick<RunningHabeas, 'openDesk' | 'openAsKeeper'>,
  roles: readonly string[],
): Promise<Page> => {
  const { page: admin } = await openAsKeeper()
  await admin.goto('/staff')
  await admin.getByRole('checkbox', { name: /^Contributor:/ }).uncheck()
  for (const role of roles) await admin.getByRole('checkbox', { name: new RegExp(`^${role}:`) }).check()
  await press(admin, 'Make an invitation link')
  const link = await admin.getByLabel('Invitation link').inputValue()

  const { page: first } = await openDesk()
  await first.goto(link)
  await first.getByLabel('Name').fill(account.name)
  await first.getByLabel('E-mail').fill(account.email)
  await password(first).fill(account.password)
  await press(first, 'Make the account')
  await first.getByRole('heading', { name: 'Your desk', level: 1 }).waitFor()
  await first.goto('/account')
  await password(first, 'Your password').fill(account.password)
  await press(first, 'Set up a second factor')
  const key = await first.getByText(/^Key:/).innerText()
  const uri = `otpauth://totp/Habeas?secret=${key.replace('Key:', '').replaceAll(/\s/g, '')}`
  await first.getByRole('checkbox', { name: 'I have kept the recovery codes' }).check()
  await first.getByLabel('Code', { exact: true }).fill(codeOf(uri))
  await press(first, 'Turn it on')
  await first.getByText('On: signing in asks for a code of your app.').waitFor()

  const { page } = await openDesk({ expected: [/status of 40[13]/] })
  await page.goto('/desk')
  await page.getByLabel('E-mail').fill(account.email)
  await password(page).fill(account.password)
  await press(page, 'Sign in')
  // Each code is taken once. One before or after its half minute is taken, too: the next one holds longest.
  await page.getByLabel('Code', { exact: true }).fill(codeOf(uri, 1))
  await press(page, 'Sign in')
  await page.getByRole('heading', { name: 'Your desk', level: 1 }).waitFor()
  return page
}
