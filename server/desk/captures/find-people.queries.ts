import type { Kysely } from 'kysely'
import type { Suggestion } from '#contract/captures.ts'
import type { Register } from '../../db/register.ts'
import { findPrimaryNames } from '../../features/common/primary-name.ts'
import { nameKey } from '../../names/key.ts'

const namePattern = /\p{Lu}[\p{L}\p{M}'’-]+(?: +\p{Lu}[\p{L}\p{M}'’-]+){1,3}/gu
const atOnce = 500

type Window = { readonly start: number; readonly end: number; readonly words: string; readonly key: string }

/** Two or three capitalised words in a row, in either order, as a name could stand in the register. */
const windowsOf = (text: string): Window[] =>
  Array.from(text.matchAll(namePattern)).flatMap((match) => {
    const words = Array.from(match[0].matchAll(/\S+/g), (word) => ({ at: match.index + word.index, text: word[0] }))
    return words.flatMap((first, index) =>
      [3, 2].flatMap((count) => {
        const last = words[index + count - 1]
        if (!last) return []
        const end = last.at + last.text.length
        const name = text.slice(first.at, end)
        const parts = name.split(/ +/)
        const orders = [name, parts.toReversed().join(' ')]
        return orders.map((order) => ({ start: first.at, end, words: name, key: nameKey(order) }))
      }),
    )
  })

/**
 * People of the register whose name, in any spelling, stands in a text in full. A name that
 * several people bear is offered once for each: a person decides.
 */
export const findPeopleNamed = async (db: Kysely<Register>, text: string): Promise<Suggestion[]> => {
  const windows = windowsOf(text)
  const keys = [...new Set(windows.map(({ key }) => key))].filter((key) => key.includes(' '))
  const bearers = new Map<string, Set<number>>()
  for (let at = 0; at < keys.length; at += atOnce) {
    const rows = await db
      .selectFrom('detainee_name')
      .innerJoin('detainee', 'detainee.id', 'detainee_name.detainee_id')
      .where('name_key', 'in', keys.slice(at, at + atOnce))
      .where('merged_into', 'is', null)
      .select(['name_key', 'detainee_id'])
      .execute()
    for (const { name_key: key, detainee_id: id } of rows) bearers.set(key, (bearers.get(key) ?? new Set()).add(id))
  }
  const names = await findPrimaryNames(db, [...new Set([...bearers.values()].flatMap((ids) => [...ids]))])
  const found = new Map<string, Suggestion>()
  for (const { start, end, words, key } of windows) {
    for (const id of bearers.get(key) ?? []) {
      const reading = `${names.get(id)?.text ?? 'Name not stated'} (D-${id})`
      found.set(`${start} ${id}`, { kind: 'person', start, end, words, reading, value: String(id) })
    }
  }
  return [...found.values()]
}
