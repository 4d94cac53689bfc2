import { existsSync } from 'node:fs'
import { Command, Option } from 'commander'
import { CountryCode } from '#contract/countries.ts'
import { type ImportKind, importFields, importKindLabels } from '#contract/import-fields.ts'
import type { ImportSettings } from '#contract/import-settings.ts'
import { readConfig } from '../config.ts'
import type { Register } from '../db/register.ts'
import { type Opened, openForPublishing } from '../db/sqlite.ts'
import { loadKnown } from '../imports/check/load-known.ts'
import { type Look, dryRun, lookInto } from '../imports/dry-run.ts'
import { loadProfile } from '../imports/load-profile.ts'
import { FileProblem } from '../imports/read/file-problem.ts'
import { type Finding, findingOf, reportCsv, tally } from '../imports/report.ts'
import { registerFile } from '../register/open.ts'

/*
 * `npm run import -- FILE --dry-run`: the report of the desk's importer, from the command line. It
 * changes nothing. Exit code 0: every row could go in; 1: some cannot yet; 2: the file, the profile
 * or an option cannot be used; 3: without --dry-run, since what enters the register is proposed
 * by an account and approved by another.
 */

type Options = { readonly profile?: string; readonly kind: ImportKind; readonly country?: string; readonly dryRun?: boolean; readonly json?: boolean; readonly csv?: boolean }

const refuse = (message: string, code: number): never => {
  console.error(message)
  process.exit(code)
}

const openKnown = (): Opened<Register> | null => {
  const file = registerFile(readConfig().dataDir)
  return existsSync(file) ? openForPublishing<Register>(file) : null
}

const profileFor = async (register: Opened<Register> | null, { profile, kind }: Options, look: Look): Promise<ImportSettings> => {
  if (profile === undefined) return look.settings
  const kept = register === null ? null : await loadProfile(register.db, profile)
  if (kept === null) return refuse(`There is no profile called “${profile}” in this register. Save one at the desk, or leave --profile out.`, 2)
  if (kept.kind !== kind) return refuse(`The profile “${profile}” is for ${importKindLabels[kept.kind].toLowerCase()}: give --kind ${kept.kind}.`, 2)
  return { ...kept, sheet: look.settings.sheet, encoding: look.settings.encoding, delimiter: look.settings.delimiter }
}

const settingsFor = async (register: Opened<Register> | null, options: Options, look: Look): Promise<ImportSettings> => {
  const settings = await profileFor(register, options, look)
  if (options.country === undefined) return settings
  const country = CountryCode.safeParse(options.country.toUpperCase())
  if (!country.success) return refuse(`--country ${options.country}: give a two-letter country code (ISO 3166-1), for example LT.`, 2)
  return { ...settings, country: country.data }
}

const describe = ({ row, column, header, severity, value, reason, suggestion }: Finding): string =>
  [
    `Row ${row}${column === '' ? '' : `, column ${column}${header === '' ? '' : ` (${header})`}`}: ${severity.toLowerCase()}. ${reason}`,
    ...(value === '' ? [] : [`    It says: ${value}`]),
    ...(suggestion === null ? [] : [`    Suggested: ${suggestion === '' ? '(empty)' : suggestion}`]),
  ].join('\n')

const describeReading = ({ table }: Look, { kind, columns, headerRow }: ImportSettings): string => {
  const fields = columns.map(({ field }) => importFields[kind].find(({ key }) => key === field)?.label ?? field)
  const as = [table.format.toUpperCase(), table.encoding, table.delimiter === '\t' ? 'tabs' : table.delimiter].filter(Boolean).join(', ')
  return `Read as ${importKindLabels[kind].toLowerCase()} (${as}); names of columns in row ${headerRow}; found: ${fields.join(', ') || 'no column'}.`
}

const report = async (file: string, options: Options): Promise<number> => {
  const register = openKnown()
  try {
    const look = await lookInto(file, { kind: options.kind }, readConfig().importBytes)
    const settings = await settingsFor(register, options, look)
    const known = await loadKnown(register?.db ?? null)
    const counting = tally()
    const findings: Finding[] = []
    for await (const { header, row } of dryRun(look.table, settings, known, new Date().toISOString().slice(0, 10))) {
      counting.add(row)
      for (const problem of row.problems) findings.push(findingOf(settings, header, row.number, problem))
    }
    const counts = counting.counts()
    if (options.json === true) console.log(JSON.stringify({ settings, counts, findings }, null, 2))
    else if (options.csv === true) for await (const text of reportCsv(findings)) process.stdout.write(text)
    else {
      console.log(describeReading(look, settings))
      for (const finding of findings) console.log(describe(finding))
      const ready = counts.states.fine + counts.states.warning
      console.log(`${counts.rows} rows: ${ready} can go in, ${counts.states.question} need an answer, ${counts.states.error} must be corrected. Nothing was changed.`)
    }
    return counts.states.error + counts.states.question === 0 ? 0 : 1
  } finally {
    await register?.close()
  }
}

const command = new Command('import')
  .description('Reports what importing a table of people or releases would find. Changes nothing.')
  .argument('<file>', 'CSV, XLSX or JSON')
  .addOption(new Option('--kind <kind>', 'what the rows are about').choices(Object.keys(importKindLabels)).default('detainees'))
  .option('--country <code>', 'the country of rows whose own cell says none, such as BY')
  .option('--profile <name>', 'read it by a profile saved at the desk')
  .option('--dry-run', 'report, and change nothing')
  .option('--json', 'the report as JSON')
  .option('--csv', 'the report as CSV')
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))
  .action(async (file: string, options: Options) => {
    if (options.dryRun !== true) {
      refuse('From here an import can only be tried: add --dry-run. To import, open the desk and upload the file under Imports: it becomes one proposal, for another person to approve.', 3)
    }
    if (!existsSync(file)) refuse(`There is no file ${file}.`, 2)
    try {
      process.exitCode = await report(file, options)
    } catch (error) {
      if (!(error instanceof FileProblem)) throw error
      refuse(error.message, 2)
    }
  })

await command.parseAsync()
