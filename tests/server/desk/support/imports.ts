import type { ImportKind } from '#contract/import-fields.ts'
import type { Answer, Client } from './client.ts'
import type { Desk } from './open-desk.ts'

/** Sends a file as a browser does, as bytes. */
export const upload = (desk: Desk, by: Client, text: string | Uint8Array, kind: ImportKind = 'detainees', headers: Record<string, string> = {}): Promise<Answer> =>
  by.raw(`/imports?name=${encodeURIComponent('Спіс.csv')}&kind=${kind}`, {
    method: 'POST',
    headers: {
      origin: desk.address,
      'content-type': 'application/octet-stream',
      'idempotency-key': `key-${Math.random().toString(36).slice(2)}`,
      cookie: by.cookie(),
      ...headers,
    },
    body: typeof text === 'string' ? text : Buffer.from(text),
  })

/** The import once nothing is being done with it. */
export const settled = async (by: Client, id: number): Promise<Answer> => {
  for (let tries = 0; tries < 2400; tries += 1) {
    const answer = await by.get(`/imports/${id}`)
    if (answer.body.task === null) return answer
    await new Promise((resolve) => {
      setTimeout(resolve, 50)
    })
  }
  throw new Error(`Import ${id} does not come to an end`)
}

export const versionOf = ({ headers }: Answer) => ({ 'if-match': headers.get('etag') ?? '' })

/** A change of an import as it is now, answered once it has settled. */
export const change = async (by: Client, id: number, method: 'put' | 'post', path: string, body: unknown): Promise<Answer> => {
  const answer = await by[method](`/imports/${id}${path}`, body, versionOf(await settled(by, id)))
  if (answer.status !== 200) return answer
  return settled(by, id)
}

export const aSource = { key: 's1', title: 'An invented list', publisher: 'The Invented Committee' }

/** Uploads, takes the guessed columns, checks. */
export const uploadAndCheck = async (desk: Desk, by: Client, text: string | Uint8Array, kind: ImportKind = 'detainees', more: object = {}): Promise<Answer> => {
  const sent = await upload(desk, by, text, kind)
  if (sent.status !== 201) throw new Error(`not taken: ${sent.status} ${JSON.stringify(sent.body)}`)
  const { settings } = (await settled(by, sent.body.id)).body
  return change(by, sent.body.id, 'put', '', { settings: { ...settings, country: 'XV', source: aSource, ...more }, check: true })
}
