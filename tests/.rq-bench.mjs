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
for (const s of ['name','-name','id','-released','released']) await run('list '+s, () => findDetainees(file, base({sort:s})))
const first = await findDetaineeRows(file, base({ limit: 200 }))
await run('page 2 rows name', () => findDetaineeRows(file, base({ cursor: first.next })))
let c = first.next; for (let i=0;i<20;i++) c=(await findDetaineeRows(file, base({limit:200,cursor:c}))).next
await run('page 20 rows name', () => findDetaineeRows(file, base({ cursor: c })))
await run('counts', () => countDetainees(file, {}))
await run('list q', () => findDetainees(file, base({q:'ale'})))
await run('list status', () => findDetainees(file, base({status:['released']})))
await run('list destination', () => findDetainees(file, base({destination:['LT','not_stated']})))
await run('list country', () => findDetainees(file, base({country:['XV']})))
await run('list country BY', () => findDetainees(file, base({country:['BY']})))
await run('list article', () => findDetainees(file, base({article:['361-1']})))
await run('list article ns', () => findDetainees(file, base({article:['not_stated']})))
await run('list released', () => findDetainees(file, base({releasedFrom:'2020-01-01',releasedTo:'2023-01-01'})))
await run('list arrested', () => findDetainees(file, base({arrestedFrom:'2020-01-01',arrestedTo:'2023-01-01'})))
await run('list both', () => findDetainees(file, base({arrestedFrom:'2010-01-01',releasedTo:'2023-01-01'})))
await run('list source', () => findDetainees(file, base({source:5})))
await run('list named', () => findDetainees(file, base({named:'no'})))
await run('facets', () => findDetaineeFacets(file, {}))
await run('facets q', () => findDetaineeFacets(file, {q:'ale'}))
await run('facets filter', () => findDetaineeFacets(file, {status:['released'],country:['BY'],releasedFrom:'2010-01-01'}))
await run('one', () => findDetainee(file.db, 12))
await run('actions', () => findSanctionsActions(file, {sort:'-date',limit:50}))
await run('actions linked', () => findSanctionsActions(file, {sort:'date',limit:50,linked:'yes',from:'2010-01-01'}))
await run('action', () => findSanctionsAction(file.db, 12))
for (const s of ['-published','publisher','-values']) await run('sources '+s, () => findSources(file, {sort:s,limit:50}))
await run('source', () => findSource(file.db, 12))
await run('destinations', () => findDestinations(file.db))
await run('destination', () => findDestination(file, 'LT'))
