import { openForReading } from '#server/db/sqlite.ts'
import { openRegisterFile } from '#server/register/open.ts'
import { registerRecords } from '#server/register/record-file.ts'
import { indexedSearch } from '#server/db/indexed-search.ts'
import { findDetaineeRows, findDetainees, countDetainees } from '#server/features/detainees/detainees.queries.ts'
import { findDetaineeFacets } from '#server/features/detainees/detainee-facets.queries.ts'
import { findDetainee } from '#server/features/detainees/detainee.queries.ts'
import { findSanctionsActions } from '#server/features/sanctions-actions/sanctions-actions.queries.ts'
import { findSanctionsAction } from '#server/features/sanctions-actions/sanctions-action.queries.ts'
import { findSources } from '#server/features/sources/sources.queries.ts'
import { findSource } from '#server/features/sources/source.queries.ts'
import { findDestinations } from '#server/features/destinations/destinations.queries.ts'
import { findDestination } from '#server/features/destinations/destination.queries.ts'
const which = process.argv[2]
const showPlans = process.argv[3] === 'plans'
const opened = which === 'edition' ? openForReading('/tmp/rq/fic/edition.sqlite') : await openRegisterFile('/tmp/rq/fic/register.sqlite')
const file = which === 'edition' ? { db: opened.db, search: indexedSearch } : registerRecords(opened)
const texts = new Set()
const prepare = opened.raw.prepare.bind(opened.raw)
opened.raw.prepare = (t) => { texts.add(t); return prepare(t) }
const run = async (name, fn) => {
  texts.clear()
  let r = await fn()
  const t = performance.now(); r = await fn(); const ms = performance.now() - t
  console.log(name.padEnd(50), ms.toFixed(1), 'ms', r?.page ? JSON.stringify(r.page).slice(0,90) : '')
  if (showPlans) for (const t of texts) {
    const n = t.replace(/'[^']*'/g,'').split('?').length-1
    const plan = prepare('EXPLAIN QUERY PLAN '+t).all(...Array(n).fill(null)).map(r=>r.detail)
    console.log(t.slice(0,120)); for (const p of plan) console.log('      '+p)
  }
}
const L = { limit: 50 }
const base = (o) => ({ sort: 'name', ...L, ...o })
const first = await findDetaineeRows(file, base({ limit: 200 }))
let c = first.next; for (let i=0;i<20;i++) c=(await findDetaineeRows(file, base({limit:200,cursor:c}))).next
await run('list country', () => findDetainees(file, base({country:['XV']})))
await run('facets q', () => findDetaineeFacets(file, {q:'ale'}))
