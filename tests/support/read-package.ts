import { createHash } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import { expect } from 'vitest'

export type Field = {
  readonly name: string
  readonly type: 'string' | 'integer' | 'number' | 'boolean' | 'date'
  readonly description: string
  readonly constraints?: { readonly required?: boolean; readonly enum?: readonly string[] }
}

type Described = {
  readonly name: string
  readonly path: string
  readonly bytes: number
  readonly hash: string
  readonly schema: {
    readonly fields: readonly Field[]
    readonly primaryKey: string
    readonly foreignKeys?: readonly { readonly fields: string; readonly reference: { readonly resource: string; readonly fields: string } }[]
  }
}

export type ReadTable = { readonly described: Described; readonly rows: readonly Record<string, string>[] }
export type ReadPackage = {
  readonly files: Readonly<Record<string, Uint8Array>>
  readonly tables: ReadonlyMap<string, ReadTable>
  readonly document: { readonly title: string; readonly licenses: readonly { readonly name: string; readonly path: string }[] }
}

/** A package with its tables by name. Fails where a table named in it is not there or not the one described. */
export const readPackage = (bytes: Uint8Array): ReadPackage => {
  const files = unzipSync(bytes)
  const text = (name: string): string => strFromU8(files[name] ?? new Uint8Array())
  const document = JSON.parse(text('datapackage.json')) as ReadPackage['document'] & { resources: Described[] }
  const tables = document.resources.map((described): [string, ReadTable] => {
    const file = files[described.path]
    expect(file, described.path).toBeDefined()
    expect(file?.length).toBe(described.bytes)
    expect(`sha256:${createHash('sha256').update(file ?? '').digest('hex')}`).toBe(described.hash)
    const rows = parse(Buffer.from(file ?? []), { bom: true, columns: true, record_delimiter: '\r\n' }) as Record<string, string>[]
    const [head = []] = parse(Buffer.from(file ?? []), { bom: true, to: 1 }) as string[][]
    expect(head, described.path).toEqual(described.schema.fields.map(({ name }) => name))
    return [described.name, { described, rows }]
  })
  return { files, tables: new Map(tables), document }
}

const forms: Readonly<Record<Field['type'], RegExp>> = {
  string: /^[\s\S]*$/,
  integer: /^-?\d+$/,
  number: /^-?\d+(\.\d+)?$/,
  boolean: /^(true|false)$/,
  date: /^\d{4}-\d\d-\d\d$/,
}

const problemOf = ({ type, constraints }: Field, value: string): string | null => {
  if (value === '') return constraints?.required ? 'is empty' : null
  if (!forms[type].test(value)) return `is no ${type}: ${value}`
  return constraints?.enum && !constraints.enum.includes(value) ? `is not in its list: ${value}` : null
}

/** What Frictionless asks of tabular data: types, required, lists of codes, keys. One line for each breach. */
export const problemsOf = ({ tables }: ReadPackage): string[] => {
  const problems: string[] = []
  for (const [name, { described, rows }] of tables) {
    const { fields, primaryKey, foreignKeys = [] } = described.schema
    for (const field of fields) {
      if (field.description.length < 3) problems.push(`${name}.${field.name} is not described`)
      for (const row of rows) {
        const problem = problemOf(field, row[field.name] ?? '')
        if (problem) problems.push(`${name}.${field.name} ${problem}`)
      }
    }
    if (new Set(rows.map((row) => row[primaryKey])).size !== rows.length) problems.push(`${name}.${primaryKey} is not a key`)
    for (const key of foreignKeys) {
      const target = key.reference.resource === '' ? rows : (tables.get(key.reference.resource)?.rows ?? [])
      const known = new Set(target.map((row) => row[key.reference.fields]))
      for (const row of rows) {
        const value = row[key.fields] ?? ''
        if (value !== '' && !known.has(value)) problems.push(`${name}.${key.fields} refers to no row: ${value}`)
      }
    }
  }
  return problems
}
