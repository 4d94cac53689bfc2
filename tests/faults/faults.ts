/** A fault as it is put into a copy of the source, and the test that has to notice it. */
export type Fault = {
  /** What would be wrong, in a few words. */
  readonly what: string
  readonly file: string
  /** What stands there, which is to be found exactly once, and what is put in its place. */
  readonly edits: readonly (readonly [from: string, to: string])[]
  readonly project: 'unit' | 'hard'
  readonly test: string
  /** In the name of the test that has to fail. */
  readonly name: string
}

/** One for each proof at least. */
export const faults: readonly Fault[] = [
  {
    what: 'a column is published of people whose name is withheld',
    file: 'server/editions/published-columns.ts',
    edits: [["description: onlyPublic('detainee', 'description'),", "description: 'detainee.description',"]],
    project: 'hard',
    test: 'tests/hard/secrecy.test.ts',
    name: 'answers of the public door are the same',
  },
  {
    what: 'what cannot be read is answered as a fault of ours',
    file: 'server/http/errors.ts',
    edits: [["new HttpError(400, 'invalid',", "new HttpError(500, 'invalid',"]],
    project: 'hard',
    test: 'tests/hard/generated-requests.test.ts',
    name: 'whatever is asked of the public door',
  },
  {
    what: 'a change is taken whatever its If-Match says',
    file: 'server/desk/access/if-match.ts',
    edits: [['if (Number(tag[1]) !== version) {', 'if (Number(tag[1]) < 0) {']],
    project: 'hard',
    test: 'tests/hard/races.test.ts',
    name: 'one draft, saved in two windows at once',
  },
  {
    what: 'a draft is spent without a look whether it is still there',
    file: 'server/desk/drafts/write-drafts.ts',
    edits: [['if (numDeletedRows === 0n)', 'if (numDeletedRows < 0n)']],
    project: 'hard',
    test: 'tests/hard/races.test.ts',
    name: 'one draft sent twice with two keys',
  },
  {
    what: 'an operation asks for no role',
    file: 'server/desk/access/guard.ts',
    edits: [['admit(endpoint, signedIn?.account ?? null)', 'if (signedIn === null) admit(endpoint, null)']],
    project: 'unit',
    test: 'tests/server/desk/role-matrix.test.ts',
    name: 'lets in the roles that it names and nobody else',
  },
  {
    what: "an import is anybody's",
    file: 'server/desk/imports/write-imports.ts',
    edits: [['if (stored.author_id !== account.id) throw', "if (stored.author_id === '') throw"]],
    project: 'unit',
    test: 'tests/server/desk/role-matrix.test.ts',
    name: 'is changed by nobody else who has the same roles',
  },
  {
    what: 'the value of a change is not compared with its hash',
    file: 'server/register/verify-chain.ts',
    edits: [['} else if (digestOf(row.salt, row.value) !== row.digest) {', "} else if (digestOf(row.salt, row.value) === '') {"]],
    project: 'unit',
    test: 'tests/server/register/forged-history.test.ts',
    name: '',
  },
  {
    what: 'a change is acknowledged before it is committed',
    file: 'server/desk/write-transaction.ts',
    edits: [
      [
        'register.transaction().execute(write)',
        `new Promise<Result>((resolve, reject) => {
    register.transaction().execute(async (db) => {
      resolve(await write(db))
      await new Promise((later) => setTimeout(later, 30))
    }).catch(reject)
  })`,
      ],
    ],
    project: 'hard',
    test: 'tests/hard/killed.test.ts',
    name: 'killed in the middle of writing',
  },
  {
    what: 'a full disk is a fault like any other',
    file: 'server/http/error-handler.ts',
    edits: [["if (typeof code === 'string' && outOfSpace.has(code)) {", "if (code === 'none' && outOfSpace.has(code)) {"]],
    project: 'hard',
    test: 'tests/hard/full-disk.test.ts',
    name: 'a file that may not grow',
  },
  {
    what: 'a restore does not look at who was withheld since',
    file: 'server/register/backup/bring-in-line.ts',
    edits: [['return last !== undefined && strictness[last] > strictness[visibility] ?', 'return last !== undefined && strictness[last] > 9 ?']],
    project: 'hard',
    test: 'tests/hard/backed-up.test.ts',
    name: 'what was withheld after a backup is withheld again',
  },
  {
    what: 'a step of an upgrade is noted before it is done',
    file: 'server/db/migrate.ts',
    edits: [
      ['    await db.transaction().execute(async (transaction) => {', "    await sql`INSERT INTO migration (name, applied_at) VALUES (${step.name}, '')`.execute(db)\n    await db.transaction().execute(async (transaction) => {"],
      ['      await sql`INSERT INTO migration (name, applied_at)', '      await sql`INSERT OR IGNORE INTO migration (name, applied_at)'],
    ],
    project: 'hard',
    test: 'tests/hard/upgraded.test.ts',
    name: 'killed anywhere and begun again',
  },
  {
    what: 'an account that is shut out is refused at once',
    file: 'server/desk/accounts/sign-in.ts',
    edits: [['    await hashPassword(password)\n    throw wrong()', '    throw wrong()']],
    project: 'hard',
    test: 'tests/hard/sign-in-time.test.ts',
    name: 'a wrong name takes as long',
  },
  {
    what: 'a formula is written into a file as it is',
    file: 'contract/spreadsheet-text.ts',
    edits: [["(looksLikeFormula(text) ? `'${text}` : text)", 'text']],
    project: 'unit',
    test: 'tests/server/exports/formulas.test.ts',
    name: '',
  },
  {
    what: 'the heading of a page is taken for markup',
    file: 'client/components/layout/page-heading.tsx',
    edits: [['<h1 ref={heading} tabIndex={-1}>\n        {title}\n      </h1>', '<h1 ref={heading} tabIndex={-1} dangerouslySetInnerHTML={{ __html: String(title) }} />']],
    project: 'hard',
    test: 'tests/hard/payloads.test.ts',
    name: 'runs on no page of the public door',
  },
  {
    what: 'an address that cannot be read keeps the door busy',
    file: 'server/http/error-handler.ts',
    edits: [['  if (error instanceof URIError) {', '  if (error instanceof URIError) {\n    for (const end = Date.now() + 1500; Date.now() < end; ) continue']],
    project: 'hard',
    test: 'tests/hard/unfriendly.test.ts',
    name: '42 unfriendly ways to ask',
  },
  {
    what: 'a body may be as large as it likes',
    file: 'server/desk/captures/json-body.ts',
    edits: [["limit: '1mb'", "limit: '900mb'"]],
    project: 'unit',
    test: 'tests/server/desk/bad-input.test.ts',
    name: '',
  },
  {
    what: 'a long question is passed on without asking who asks',
    file: 'server/http/long/mount-long.ts',
    edits: [['      await guard?.(endpoint, request, response)\n', '']],
    project: 'unit',
    test: 'tests/server/desk/desk-readers.test.ts',
    name: 'a large register is read by readers',
  },
  {
    what: 'a client may say which address is its own',
    file: 'server/http/client-of.ts',
    edits: [['while (isIP(client) !== 0 && isProxy(client))', 'while (isIP(client) !== 0)']],
    project: 'unit',
    test: 'tests/server/http/rate-limit.test.ts',
    name: 'what a client says of its own address',
  },
  {
    what: 'a person is answered under the head of an edition as it was before its revision',
    file: 'server/http/answer-cache.ts',
    edits: [['return head?.basis.label === label ? head.headers : null', 'return head?.headers ?? null']],
    project: 'unit',
    test: 'tests/server/http/person-in-front.test.ts',
    name: 'a revision is answered under its own tag',
  },
  {
    what: 'a range of dates passes over an event that ends on its first day',
    file: 'server/features/release-events/events-in-memory.ts',
    edits: [['(end === 0 || end >= first)', '(end === 0 || end > first)']],
    project: 'unit',
    test: 'tests/server/features/events-in-memory.test.ts',
    name: 'a range that begins or ends on the very day',
  },
  {
    what: 'a kept line that is missing leaves someone out of a file',
    file: 'server/features/detainees/kept-csv.queries.ts',
    edits: [['if (!read || read.lines !== people.length) throw', 'if (!read) throw']],
    project: 'unit',
    test: 'tests/server/exports/kept-csv.test.ts',
    name: 'a file that lacks the line',
  },
]
