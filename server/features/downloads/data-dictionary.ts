import { dataLicence, dataLicenceNotice } from '#contract/licence.ts'
import { formulaPattern } from '#contract/spreadsheet-text.ts'
import { type View, fictionalNotice } from '../../http/export/view.ts'
import type { DescribedColumn, Resource } from './resource.ts'

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

const meaning = ({ about, codes, refersTo }: DescribedColumn): string =>
  [
    `${about}.`,
    refersTo ? ` Refers to \`${refersTo}\`.` : '',
    codes ? ` ${Object.entries(codes).map(([code, label]) => `\`${code}\`: ${label}`).join('; ')}.` : '',
  ].join('')

const sectionOf = ({ path, about, columns, tally }: Resource): string =>
  [
    `### ${path}`,
    '',
    `${about}. Rows: ${tally.rows}.`,
    '',
    '| column | type | meaning |',
    '|---|---|---|',
    ...columns.map((column) => `| \`${column.name}\` | ${column.type} | ${cell(meaning(column))} |`),
    '',
  ].join('\n')

const cells = `## How to read the cells

- The files are CSV as in RFC 4180: UTF-8 with a byte order mark, commas, CRLF, a head line.
- An empty cell means that no source says it, or that it is not published. It is never zero and never "no".
- Codes such as \`not_stated\` are values: count them. Each code is explained at its column.
- A date is four or five columns: as stated in EDTF (\`2024-07\` is "July 2024, day not stated"; \`~\` about,
  \`?\` uncertain), its first and last possible day, how it is known, and in the lists in words.
- A number of people is what a source says, with the lowest and highest of all claims beside it. Never add
  people on record to a number that is claimed: many of them are counted in it.
- Numbers are written as numbers. A **text** that a spreadsheet could run as a formula has one apostrophe
  before it. To have the text letter by letter, take that first apostrophe away where what follows looks
  like a formula, and nowhere else. In Python:

      import re
      FORMULA = re.compile(r"""${formulaPattern}""")
      def unmark(text):
          return text[1:] if text.startswith("'") and FORMULA.search(text[1:]) else text
`

const parts = (resources: readonly Resource[], folder: string): string =>
  resources.filter(({ path }) => path.startsWith(folder)).map(sectionOf).join('\n')

/** README.md of a package: what it holds, how to read it, and every column. */
export const dataDictionary = (view: View, covers: string, resources: readonly Resource[]): string => `# ${view.sentence}

From Habeas, a register of political prisoners and their releases. Edition ${view.edition ?? 'none'}, published ${view.published ?? 'not yet'}.${view.fictional ? ` ${fictionalNotice}` : ''}

- Address: ${view.permanent ?? view.address}
- Query: ${view.query === '' ? 'none' : `\`${view.query}\``}
- Licence: ${dataLicence.title} (${dataLicence.name}), see LICENSE.txt. ${dataLicenceNotice}

\`lists/\` holds what the site shows under this query. \`tables/\` holds the records behind it: ${covers}
\`datapackage.json\` says the same for machines (Frictionless), \`view.json\` names the query.

Every row of \`evidence\` names the table, the row and the value that a source supports, so that each value can
be followed to who says it.

${cells}
## The lists

${parts(resources, 'lists/')}
## The tables

${parts(resources, 'tables/')}`
