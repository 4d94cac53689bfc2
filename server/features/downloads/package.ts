import { readFileSync } from 'node:fs'
import { dataLicence, dataLicenceNotice } from '#contract/licence.ts'
import type { View } from '../../http/export/view.ts'
import type { ZipEntry } from '../../http/export/zip.ts'
import { madeOnce } from '../../made-once.ts'
import { dataDictionary } from './data-dictionary.ts'
import { dataPackage } from './data-package.ts'
import type { Resource } from './resource.ts'

export type Package = {
  /** In an order in which the rows of each are known when those before it are written. */
  readonly resources: readonly Resource[]
  /** What the tables hold beside the rows of the list, as a sentence. */
  readonly covers: string
  /** Asked when every resource is written. */
  readonly view: () => View
}

const legalText = madeOnce(() => readFileSync(new URL('cc-by-4.0.txt', import.meta.url), 'utf8'))

/** What the package says of itself: written last, when it is known. */
export const describingEntries = ({ resources, covers, view }: Package): ZipEntry[] => [
  { name: 'datapackage.json', content: () => [`${JSON.stringify(dataPackage(view(), resources), null, 1)}\n`] },
  { name: 'README.md', content: () => [dataDictionary(view(), covers, resources)] },
  {
    name: 'view.json',
    content: () => {
      const tables = Object.fromEntries(resources.map(({ path, tally }) => [path, { rows: tally.rows, sha256: tally.sha256 }]))
      return [`${JSON.stringify({ ...view(), licence: dataLicence, files: tables }, null, 1)}\n`]
    },
  },
  { name: 'LICENSE.txt', content: () => [`${dataLicenceNotice}\n\n${dataLicence.path}\n\n${legalText()}`] },
]

export const packageEntries = (whole: Package): ZipEntry[] => [
  ...whole.resources.map(({ path, csv }) => ({ name: path, content: csv })),
  ...describingEntries(whole),
]
