/*
 * Answers that SQLite itself writes as JSON, in one statement: each object lists its fields by name,
 * all those of its type and no other, so that nothing is sent that the contract does not list.
 */

/** SQL whose value is JSON that reads as `T`. */
export type JsonSql<T> = {
  readonly sql: string
  /**
   * `object` and `text` are finished JSON. `text` is put together of pieces: SQLite takes it for a string, so that it is
   * joined to the rest as one.
   */
  readonly kind: 'value' | 'object' | 'text'
  readonly reads?: T
}

/** A number, text or null. That it reads as `T` is the word of the caller; the tables' CHECKs give a code its type. */
export const valueOf = <T extends number | string | null>(sql: string): JsonSql<T> => ({ sql, kind: 'value' })

type Fields<T> = { readonly [Key in keyof T]-?: JsonSql<T[Key]> }

const finished = ({ sql, kind }: JsonSql<unknown>): string => (kind === 'value' ? `json_quote(${sql})` : sql)

export const objectOf = <T extends object>(fields: Fields<T>): JsonSql<T> => {
  const entries = Object.entries<JsonSql<unknown>>(fields)
  if (entries.every(([, { kind }]) => kind !== 'text')) {
    return { sql: `json_object(${entries.map(([name, { sql }]) => `'${name}', ${sql}`).join(', ')})`, kind: 'object' }
  }
  const parts = entries.map(([name, field]) => `'"${name}":' || ${finished(field)}`)
  return { sql: `('{' || ${parts.join(` || ',' || `)} || '}')`, kind: 'text' }
}

/**
 * One item for each row of `rows`, what follows FROM, in the order of `by`. The rows are put in order before they are
 * joined, so that nothing is sorted where an index has that order; SQLite keeps the order of a subquery for what joins texts.
 */
export const listOf = <T>(item: JsonSql<T>, rows: string, by: string): JsonSql<T[]> => ({
  sql: `(SELECT '[' || coalesce(group_concat(item, ','), '') || ']' FROM (SELECT ${finished(item)} AS item FROM ${rows} ORDER BY ${by}))`,
  kind: 'text',
})
