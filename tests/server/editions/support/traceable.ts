import type { Register } from '#server/db/register.ts'
import type { Opened } from '#server/db/sqlite.ts'
import { foldText } from '#server/names/fold.ts'
import { nameKey } from '#server/names/key.ts'
import { write } from '../../../support/test-register.ts'

/*
 * A person on whom much rests: the only one taken to their place, the only one a source speaks
 * of, named in texts of every kind, in spellings the register knows and in others.
 */

export const knownNames = ['Zdzislava Qqmarkava', 'Здзіслава Ккмаркава', 'Kkmarkova Zdzislava', 'Ẑdzisława Ķķmarkawa']

/** What only they have; upper and lower case are one. */
export const traces = ['qqmark', 'kkmark', 'ккмарк', 'ķķmark', 'q-q-mark', 'zdzislav', 'здзіслав', 'traceable']

export type Traceable = { readonly id: number; readonly event: number; readonly source: number; readonly place: 'IS' }

export const enterTraceable = (register: Opened<Register>): Promise<Traceable> =>
  write(register, async (db) => {
    const { id } = await db
      .insertInto('detainee')
      .values({ description: 'Traceable description', occupation: 'Traceable occupation', status: 'exiled', sex: 'f', status_as_of_edtf: '2024-05', status_as_of_earliest: '2024-05-01', status_as_of_latest: '2024-05-31', status_as_of_basis: 'stated' })
      .returning('id')
      .executeTakeFirstOrThrow()
    for (const [index, text] of knownNames.entries()) {
      const kind = index === 0 ? 'primary' : 'also_known_as'
      await db.insertInto('detainee_name').values({ detainee_id: id, text, kind, folded: foldText(text), name_key: nameKey(text) }).execute()
    }
    await db.insertInto('detainee_citizenship').values({ detainee_id: id, country: 'IS' }).execute()
    await db.insertInto('destination').values({ code: 'IS' }).onConflict((conflict) => conflict.doNothing()).execute()
    const source = await db
      .insertInto('source')
      .values({ title: 'Traceable: freed at last: Z. Kkmarkova', publisher: 'The Courier', url: 'https://example.org/2024/kkmarkava-released', author: 'A friend of Здзіславы Ккмаркавай' })
      .returning('id')
      .executeTakeFirstOrThrow()
    const event = await db
      .insertInto('release_event')
      .values({ title: 'One released', country: 'XV', date_edtf: '2024-05-03', date_earliest: '2024-05-03', date_latest: '2024-05-03', date_basis: 'stated', summary: 'Qqmarkava was let go.' })
      .returning('id')
      .executeTakeFirstOrThrow()
    const released = await db
      .insertInto('release_person')
      .values({ release_event_id: event.id, detainee_id: id, destination: 'IS', destination_state: 'arrived' })
      .returning('id')
      .executeTakeFirstOrThrow()
    const held = await db.insertInto('detention').values({ detainee_id: id, country: 'XV', place: 'Traceable prison' }).returning('id').executeTakeFirstOrThrow()
    await db.insertInto('charge').values({ detention_id: held.id, article: 'Traceable article' }).execute()
    const of = { source_id: source.id, field: 'destination' }
    await db.insertInto('evidence').values({ ...of, record_table: 'release_person', record_id: released.id, quote: 'Ккмаркову встречали друзья', quote_start: 0, quote_end: 26 }).execute()
    await db.insertInto('evidence').values({ ...of, record_table: 'detainee', record_id: id, field: 'status' }).execute()
    // Texts of others that name them.
    await db.insertInto('event_note').values({ release_event_id: 1, kind: 'reaction', said_by: 'A cousin of Qqmarkavas', text: 'They spoke of Zdzislava Qqmarkava.' }).execute()
    await db.updateTable('source').set({ url: 'https://example.org/%D0%9A%D0%BA%D0%BC%D0%B0%D1%80%D0%BA%D0%BE%D0%B2%D0%B0?q=1' }).where('id', '=', 1).execute()
    await db.updateTable('source').set({ url: 'https://example.org/#FreeKkmarkova' }).where('id', '=', 2).execute()
    await db.updateTable('sanctions_action').set({ commodity: 'wood of Kkmarkov', instrument: 'Order 7, Qqmarkava case' }).where('id', '=', 1).execute()
    return { id, event: event.id, source: source.id, place: 'IS' }
  })
