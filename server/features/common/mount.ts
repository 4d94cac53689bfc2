import type { Edition } from '#contract/editions.ts'
import type { RecordFile } from '../../db/record-file.ts'
import type { Guard } from '../../http/serve.ts'

/** What the answers of a mount rest on. */
export type About = { readonly mount: 'edition' | 'register'; readonly edition: Edition | null; readonly fictional: boolean }

/** What the read routes are mounted on: the file behind the door, asked anew for each request. */
export type Mount = {
  readonly file: () => RecordFile
  readonly about: () => About | Promise<About>
  readonly guard?: Guard | undefined
}
