/*
 * Answers that SQLite itself writes as JSON, in one statement: each object lists its fields by name,
 * all those of its type and no other, so that nothing is sent that the contract does not list.
 */

/** SQL whose value is JSON that reads as `T`. */
export type JsonSql<T> = {
  readonly sql: string
  /** `text` is finished JSON: SQLite takes what a subquery gives for a string, so that it is joined to the rest as one. */
  readonly kind: 'value' | 'text'
  readonly reads?: T
}

/** A number, text or null. That it reads as `T` is the word of the caller; the tables' CHECKs give a code its type. */
export const valueOf = <T extends number | string | null>(sql: string): JsonSql<T> => ({ sql, kind: 'value' })

type Fields<T> = { readonly [Key in keyof T]-?: JsonSql<T[Key]> }

export const objectOf = <T extends object>(fields: Fields<T>): JsonSql<T> => {
  const entries = Object.entries<JsonSql<unknown>>(fields)
  if (entries.every(([, { kind }]) => kind === 'value')) {
    return { sql: `json_object(${entries.map(([name, { sql }]) => `'${name}', ${sql}`).join(', ')})`, kind: 'value' }
  }
  const parts = entries.map(([name, { sql, kind }]) => `'"${name}":' || ${kind === 'text' ? sql : `json_quote(${sql})`}`)
  return { sql: `('{' || ${parts.join(` || ',' || `)} || '}')`, kind: 'text' }
}

/** One item for each row of `rows`, what follows FROM, in the order of `by`. */
export const listOf = <T>({ sql, kind }: JsonSql<T>, rows: string, by: string): JsonSql<T[]> => ({
  sql:
    kind === 'value'
      ? `(SELECT json_group_array(${sql} ORDER BY ${by}) FROM ${rows})`
      : `(SELECT '[' || coalesce(group_concat(${sql}, ',' ORDER BY ${by}), '') || ']' FROM ${rows})`,
  kind: 'text',
})
