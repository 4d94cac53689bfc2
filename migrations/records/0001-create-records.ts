import { type Kysely, sql } from 'kysely'

/*
 * The record tables: everything here may be published, column by column, from the
 * list in server/editions. Civil dates are four columns: `_edtf` as stated, inclusive
 * bounds `_earliest` and `_latest` (null = open), and `_basis`.
 */

/** The last column carries the checks between the four: SQLite lets a column's check read the others. */
const date = (name: string): string => `
  ${name}_edtf TEXT,
  ${name}_earliest TEXT CHECK (${name}_earliest IS date(${name}_earliest)),
  ${name}_latest TEXT CHECK (${name}_latest IS date(${name}_latest)),
  ${name}_basis TEXT NOT NULL DEFAULT 'not_stated'
    CHECK (${name}_basis IN ('stated', 'inferred', 'not_stated', 'withheld'))
    CHECK (${name}_earliest <= ${name}_latest)
    CHECK ((${name}_edtf IS NULL) = (${name}_basis IN ('not_stated', 'withheld')))
    CHECK (${name}_edtf IS NOT NULL OR (${name}_earliest IS NULL AND ${name}_latest IS NULL))`

const table = (name: string, body: string): string =>
  `CREATE TABLE ${name} (\n  id INTEGER PRIMARY KEY AUTOINCREMENT CHECK (id > 0),${body}\n) STRICT`

const oneOf = (column: string, codes: string): string =>
  `CHECK (${column} IN (${codes
    .split(' ')
    .map((code) => `'${code}'`)
    .join(', ')}))`

const country = (column: string): string => `CHECK (${column} GLOB '[A-Z][A-Z]')`
const short = (column: string): string => `CHECK (length(${column}) BETWEEN 1 AND 500)`
const long = (column: string): string => `CHECK (length(${column}) BETWEEN 1 AND 5000)`

const tables = [
  table(
    'source',
    `
    title TEXT ${short('title')},
    publisher TEXT ${short('publisher')},
    author TEXT ${short('author')},
    url TEXT CHECK (length(url) <= 2000 AND (url GLOB 'http://*' OR url GLOB 'https://*')),
    ${date('published')},
    language TEXT ${short('language')},
    retrieved TEXT CHECK (retrieved IS date(retrieved)),
    sha256 TEXT CHECK (length(sha256) = 64),
    copy_of INTEGER REFERENCES source (id) CHECK (copy_of <> id)`,
  ),
  table(
    'detainee',
    `
    sex TEXT NOT NULL DEFAULT 'not_stated' ${oneOf('sex', 'f m x not_stated')},
    ${date('birth')},
    description TEXT ${long('description')},
    occupation TEXT ${short('occupation')},
    status TEXT NOT NULL DEFAULT 'unknown' ${oneOf(
      'status',
      'detained_uncharged detained_pretrial serving_sentence house_arrest open_facility home_confinement released released_conditionally exiled re_detained died_in_custody died_after_release missing unknown',
    )},
    ${date('status_as_of')},
    visibility TEXT NOT NULL DEFAULT 'public' ${oneOf('visibility', 'public name_withheld withheld')},
    merged_into INTEGER REFERENCES detainee (id) CHECK (merged_into <> id)`,
  ),
  table(
    'detainee_citizenship',
    `
    detainee_id INTEGER NOT NULL REFERENCES detainee (id),
    country TEXT NOT NULL ${country('country')},
    UNIQUE (detainee_id, country)`,
  ),
  table(
    'detainee_name',
    `
    detainee_id INTEGER NOT NULL REFERENCES detainee (id),
    text TEXT NOT NULL ${short('text')},
    lang TEXT NOT NULL DEFAULT 'und' ${short('lang')},
    script TEXT NOT NULL DEFAULT 'Zyyy' CHECK (script GLOB '[A-Z][a-z][a-z][a-z]'),
    kind TEXT NOT NULL DEFAULT 'primary' ${oneOf('kind', 'primary also_known_as romanised misspelt former')},
    folded TEXT NOT NULL,
    name_key TEXT NOT NULL,
    UNIQUE (detainee_id, text)`,
  ),
  table(
    'detention',
    `
    detainee_id INTEGER NOT NULL REFERENCES detainee (id),
    country TEXT NOT NULL ${country('country')},
    ${date('arrest')},
    ${date('end')},
    end_reason TEXT ${oneOf('end_reason', 'released sentence_served escaped died transferred not_stated')},
    place TEXT ${short('place')},
    authority TEXT ${short('authority')}`,
  ),
  table(
    'charge',
    `
    detention_id INTEGER NOT NULL REFERENCES detention (id),
    article TEXT NOT NULL ${short('article')},
    code_of_law TEXT ${short('code_of_law')},
    text TEXT ${long('text')}`,
  ),
  table(
    'sentence',
    `
    detention_id INTEGER NOT NULL REFERENCES detention (id),
    kind TEXT NOT NULL ${oneOf('kind', 'imprisonment home_confinement open_facility house_arrest fine death other not_stated')},
    length_text TEXT ${short('length_text')},
    length_days INTEGER CHECK (length_days > 0),
    ${date('sentenced')}`,
  ),
  table(
    'recognition',
    `
    detainee_id INTEGER NOT NULL REFERENCES detainee (id),
    recognised_by TEXT NOT NULL ${short('recognised_by')},
    ${date('recognised')},
    criteria TEXT ${long('criteria')}`,
  ),
  table(
    'destination',
    `
    code TEXT NOT NULL UNIQUE ${country('code')},
    label_longitude REAL CHECK (label_longitude BETWEEN -180 AND 180),
    label_latitude REAL CHECK (label_latitude BETWEEN -90 AND 90)`,
  ),
  table(
    'release_event',
    `
    title TEXT NOT NULL ${short('title')},
    ${date('date')},
    country TEXT NOT NULL ${country('country')},
    basis TEXT NOT NULL DEFAULT 'not_stated' ${oneOf(
      'basis',
      'pardon amnesty negotiated_release exchange sentence_served humanitarian acquittal case_dropped unconditional other not_stated',
    )},
    summary TEXT ${long('summary')}`,
  ),
  table(
    'release_count',
    `
    release_event_id INTEGER NOT NULL REFERENCES release_event (id),
    dimension TEXT NOT NULL ${oneOf('dimension', 'total destination nationality sex offence_group')},
    cell TEXT NOT NULL ${short('cell')},
    relation TEXT NOT NULL DEFAULT 'partition' ${oneOf('relation', 'partition overlap')},
    lowest INTEGER CHECK (lowest >= 0),
    best INTEGER NOT NULL CHECK (best BETWEEN 0 AND 10000000),
    highest INTEGER CHECK (highest >= 0),
    qualifier TEXT NOT NULL DEFAULT 'exact' ${oneOf('qualifier', 'exact at_least at_most about range')},
    population TEXT NOT NULL DEFAULT 'not_stated' ${oneOf('population', 'prisoners political_prisoners detainees not_stated')},
    said_by TEXT ${short('said_by')},
    state TEXT NOT NULL DEFAULT 'used' ${oneOf('state', 'used other rejected')},
    CHECK (lowest <= best),
    CHECK (best <= highest),
    CHECK (qualifier <> 'exact' OR (lowest IS best AND highest IS best)),
    CHECK (qualifier <> 'at_least' OR (lowest IS best AND highest IS NULL)),
    CHECK (qualifier <> 'at_most' OR (highest IS best AND lowest IS NULL)),
    CHECK (qualifier <> 'range' OR (lowest IS NOT NULL AND highest IS NOT NULL)),
    CHECK ((dimension = 'total') = (cell = 'all')),
    CHECK (dimension NOT IN ('destination', 'nationality') OR cell GLOB '[A-Z][A-Z]'),
    CHECK (dimension <> 'sex' OR cell IN ('f', 'm', 'x'))`,
  ),
  table(
    'release_person',
    `
    release_event_id INTEGER NOT NULL REFERENCES release_event (id),
    detainee_id INTEGER NOT NULL REFERENCES detainee (id),
    destination TEXT REFERENCES destination (code),
    destination_state TEXT NOT NULL DEFAULT 'not_stated' ${oneOf(
      'destination_state',
      'arrived transported en_route not_stated refused_departure remained',
    )},
    departure_mode TEXT ${oneOf('departure_mode', 'bus car train aircraft on_foot other')},
    UNIQUE (release_event_id, detainee_id),
    CHECK (destination_state <> 'refused_departure' OR destination IS NULL)`,
  ),
  table(
    'sanctions_action',
    `
    authority TEXT NOT NULL ${oneOf('authority', 'US EU UK CA CH NO AU JP UA NZ UN other')},
    agency TEXT ${short('agency')},
    action TEXT NOT NULL ${oneOf(
      'action',
      'designation delisting general_licence_issued general_licence_revoked sectoral_measure measure_lifted announced_only reported_relief other',
    )},
    target TEXT ${short('target')},
    commodity TEXT ${short('commodity')},
    instrument TEXT ${short('instrument')},
    ${date('announced')},
    ${date('issued')},
    ${date('effective')},
    status TEXT NOT NULL DEFAULT 'not_stated' ${oneOf('status', 'announced issued in_force ended not_stated')},
    refers_to INTEGER REFERENCES sanctions_action (id) CHECK (refers_to <> id)`,
  ),
  table(
    'release_sanction',
    `
    release_event_id INTEGER NOT NULL REFERENCES release_event (id),
    sanctions_action_id INTEGER NOT NULL REFERENCES sanctions_action (id),
    relation TEXT NOT NULL ${oneOf(
      'relation',
      'coincides_with announced_together described_as_exchange conditional_on denied_link',
    )},
    said_by TEXT ${short('said_by')},
    UNIQUE (release_event_id, sanctions_action_id, relation)`,
  ),
  table(
    'event_note',
    `
    release_event_id INTEGER NOT NULL REFERENCES release_event (id),
    kind TEXT NOT NULL ${oneOf('kind', 'negotiation reaction conditions outlook context')},
    said_by TEXT ${short('said_by')},
    said_by_role TEXT ${short('said_by_role')},
    text TEXT NOT NULL ${long('text')}`,
  ),
  table(
    'evidence',
    `
    source_id INTEGER NOT NULL REFERENCES source (id),
    record_table TEXT NOT NULL ${oneOf(
      'record_table',
      'detainee detainee_citizenship detainee_name detention charge sentence recognition release_event release_count release_person destination sanctions_action release_sanction event_note',
    )},
    record_id INTEGER NOT NULL,
    field TEXT NOT NULL ${short('field')},
    quote TEXT ${long('quote')},
    quote_start INTEGER CHECK (quote_start >= 0),
    quote_end INTEGER,
    asserts TEXT ${long('asserts')},
    said_by TEXT ${short('said_by')},
    CHECK (quote_end > quote_start),
    CHECK ((quote_start IS NULL) = (quote_end IS NULL)),
    CHECK (quote_start IS NULL OR quote IS NOT NULL)`,
  ),
]

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of tables) await sql.raw(statement).execute(db)
}
