import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, test } from 'vitest'
import { allIsThere } from '#tests/support/browser/all-is-there.ts'
import type { OpenedPage } from '#tests/support/browser/open-page.ts'
import { deskPages, publicPages } from '#tests/support/browser/pages.ts'
import { runHabeas } from '#tests/support/browser/run-habeas.ts'
import type { Json } from '#tests/support/oddities.ts'
import { readXlsx } from '#tests/support/read-xlsx.ts'
import { anAction } from '../server/desk/support/action.ts'
import { type Client, clientOf } from '../server/desk/support/client.ts'
import { upload } from '../server/desk/support/imports.ts'
import type { Desk } from '../server/desk/support/open-desk.ts'
import { aPerson } from '../server/desk/support/person.ts'
import { aProposal, aRelease, review } from '../server/desk/support/release.ts'
import { ladenBody, payload } from './support/payloads.ts'

/*
 * A contributor types what would run, into every field of every form, and it is approved and
 * published: on no page does anything of it run, and in no file would it.
 */

const habeas = runHabeas({ signsIn: true })

type Records = Readonly<Record<'release-events' | 'detainees' | 'sanctions-actions' | 'sources' | 'proposals' | 'imports' | 'drafts', number>>
let records: Records

const enterLaden = async (client: Client, kind: Parameters<typeof ladenBody>[1], base: unknown): Promise<number> => {
  const { body } = await ladenBody(client, kind, base as Json)
  const proposed = await client.post('/proposals', { kind, reason: payload(), comment: payload(), body })
  expect([proposed.status, proposed.body.error ?? null]).toEqual([201, null])
  const approved = await review(client, proposed, 'approve', payload())
  expect([approved.status, approved.body.state]).toEqual([200, 'approved'])
  return approved.body.appliedTo
}

/** All that can be typed at the desk, with something in it that would run. */
const typeEverywhere = async (client: Client): Promise<Records> => {
  await enterLaden(client, 'source', { title: 'x', publisher: 'x', author: 'x', language: 'x' })
  const person = await enterLaden(client, 'detainee', aPerson())
  const event = await enterLaden(client, 'release_event', aRelease())
  const entered = {
    // One that values rest on: another is in no edition.
    sources: (await client.get(`/release-events/${event}/write`)).body.body.sources[0].id,
    'sanctions-actions': await enterLaden(client, 'sanctions_action', anAction()),
    detainees: person,
    'release-events': event,
  }
  const { body } = await ladenBody(client, 'release_event', aRelease() as Json)
  const waiting = await client.post('/proposals', aProposal(body, { reason: payload(), comment: payload() }))
  const desk = { address: habeas.deskAddress } as Desk
  const others = [
    waiting,
    await client.post('/drafts', { kind: 'release_event', form: body }),
    await upload(desk, client, `Name,Occupation,${payload()}\n${payload()},"${payload().replaceAll('"', '""')}",x\n`),
    await client.post(`/detainees/${person}/desk-facts`, { kind: 'health', text: payload(), evidence: [{ quote: payload() }] }),
    await client.post('/captures', { name: payload(), mediaType: 'text/html', content: Buffer.from(`<p>${payload()}</p><script>ran=1</script>`).toString('base64'), address: null }),
    await client.post('/publish', { note: payload(), confirmed: true }),
  ]
  expect(others.map(({ status, body: answer }) => (status === 201 ? 201 : answer))).toEqual(others.map(() => 201))
  return { ...entered, proposals: waiting.body.id, drafts: others[1]?.body.id, imports: others[2]?.body.id }
}

/** The pages of the seed's records, of what was typed here. */
const ours = (page: string): string =>
  page.replace(/^\/(release-events|detainees|sanctions-actions|sources)\/1(?=\/|\?|$)/, (_, kind: keyof Records) => `/${kind}/${records[kind]}`).replace(/\?(?:found|code|source|destination=LT&pinned).*/, '')

beforeAll(async () => {
  const client = clientOf(habeas.deskAddress)
  client.wear(habeas.keeper.cookies.map(({ name, value }) => `${name}=${value}`).join('; '))
  records = await typeEverywhere(client)
}, 240_000)

/** Opens each page and waits for all of it. Gives those on which something ran, and on how many what was typed is to be read. */
const walk = async ({ page }: OpenedPage, paths: readonly string[]): Promise<{ ran: string[]; shown: number }> => {
  const ran: string[] = []
  let shown = 0
  page.on('dialog', (dialog) => {
    ran.push(`a dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  for (const path of paths) {
    await page.goto(path)
    if (path.startsWith('/api/')) await page.waitForLoadState()
    else await allIsThere(page)
    // What is folded away is looked at too, and may ask for more when it opens.
    await page.evaluate(() => {
      for (const folded of document.querySelectorAll('details')) folded.open = true
    })
    if (!path.startsWith('/api/')) await allIsThere(page)
    const marks = await page.evaluate(() => ({
      ran: Reflect.has(globalThis, 'ran'),
      markup: document.querySelectorAll('svg[onload], img[onerror], [onfocus]').length,
      isShown: /1 Ola .*ran=1/.test(`${document.body.innerText} ${[...document.querySelectorAll('input, textarea')].map((field) => ('value' in field ? String(field.value) : '')).join(' ')}`),
    }))
    if (marks.ran || marks.markup > 0) ran.push(path)
    if (marks.isShown) shown += 1
  }
  return { ran, shown }
}

describe('what a contributor typed that would run', () => {
  test('runs on no page of the public door', async () => {
    const opened = await habeas.openPublic()
    const paths = [...new Set([...publicPages.map(ours), `/editions/compare?a=1&b=2`, `/search?q=Ola`])]
    const { ran, shown } = await walk(opened, paths)
    expect(ran).toEqual([])
    expect(shown).toBeGreaterThan(8)
    await opened.expectNoProblems()
  })

  test('runs on no page of the desk', async () => {
    const opened = await habeas.openAsKeeper()
    const more = [`/proposals/P-${records.proposals}`, `/proposals/P-${records.proposals}/edit`, `/imports/${records.imports}`, `/drafts/P-${records.drafts}`, '/search?q=Ola', `/detainees/${records.detainees}`]
    const { ran, shown } = await walk(opened, [...new Set([...deskPages.map(ours), ...more])])
    expect(ran).toEqual([])
    expect(shown).toBeGreaterThan(12)
    await opened.expectNoProblems()
  })

  test('begins no cell of a file in a way that a spreadsheet would run', async () => {
    for (const list of ['release-events', 'detainees', 'sanctions-actions', 'sources', 'destinations']) {
      const csv = await (await fetch(`${habeas.publicAddress}/api/${list}.csv`)).text()
      const cells = (parse(csv, { bom: true }) as string[][]).flat()
      expect(cells.filter((cell) => /^[\s"']*[=+@\t\r]/.test(cell) && !cell.startsWith("'"))).toEqual([])
      // It throws where a cell is a formula.
      const sheets = readXlsx(new Uint8Array(await (await fetch(`${habeas.publicAddress}/api/${list}.xlsx`)).arrayBuffer()))
      const held = [...sheets.values()].flat(2).some((cell) => typeof cell === 'string' && cell.includes('1 Ola'))
      expect([list, cells.some((cell) => cell.includes('1 Ola')), held]).toEqual([list, list !== 'destinations', list !== 'destinations'])
    }
  })
})
