import type { Kysely, Transaction } from 'kysely'
import type { z } from '#contract/zod.ts'
import type { Role } from '#contract/accounts.ts'
import type { ChangeKind, ProposalKind } from '#contract/proposal-kinds.ts'
import type { ProposedChange } from '#contract/proposals.ts'
import type { Register } from '../../db/register.ts'
import type { OpenChangeset, RootRecord } from '../../register/changeset.ts'

/*
 * What can be proposed. A kind says how its body is read, what it would change, and how it is
 * applied; proposing and reviewing are the same for all of them.
 */

type Db = Kysely<Register>

/** Problems by the path of the field in the body, a sentence each; none where all is well. */
export type Problems = Readonly<Record<string, string>>

/** A record as its form takes it, with the version a correction is based on. */
export type Present = { readonly version: number; readonly body: unknown }

/** A body that fits its schema, and what can be asked of it. `recordId` is null for a new record. */
export type ReadBody = {
  /** References that lead nowhere, and what else does not fit the register as it is. */
  readonly findProblems: (db: Db, recordId: number | null) => Promise<Problems>
  /** What it would change in the register as it is; none for a body that changes nothing. */
  readonly findChanges: (db: Db, recordId: number | null) => Promise<ProposedChange[]>
  /** What a reviewer should look at twice, a sentence each. */
  readonly findWarnings: (db: Db, recordId: number | null) => Promise<string[]>
  /** Makes the register what it says, inside an open changeset. */
  readonly apply: (db: Transaction<Register>, changeset: OpenChangeset, recordId: number | null) => Promise<void>
}

export type Kind = {
  readonly kind: ProposalKind
  /** "release event" */
  readonly noun: string
  /** The table whose record a proposal is about and whose version it is based on; null for one about no single record. */
  readonly table: RootRecord['table'] | null
  /** The letters before the number of its record: "R". */
  readonly prefix: string
  /** For an act that is always of one kind of change; a record's may be new, corrected or retracted. */
  readonly only?: ChangeKind
  /** Whether a body may take long to apply: it is then applied in a process of its own. Left out where none does. */
  readonly isLong?: (db: Db, sent: unknown) => Promise<boolean>
  /** Who decides on it, where that is not a reviewer. Such an act is never approved by its author. */
  readonly decidedBy?: Role
  /** What it does cannot be undone: approving it asks for a fresh sign-in. */
  readonly isForGood?: true
  /** What a list calls a body as it was sent, whether it fits the schema or not. */
  readonly titleOf: (sent: unknown) => string
  /** The body, or what is wrong with it. It may be older than the schema. */
  readonly read: (sent: unknown) => { readonly body: ReadBody } | { readonly problems: Problems }
  /** The record as it is, or null for one that is not there. */
  readonly findPresent: (db: Db, id: number) => Promise<Present | null>
  /** What taking the record out of the register changes. */
  readonly findRemoval: (db: Db, id: number) => Promise<ProposedChange[]>
  /** What a changeset did to the record. */
  readonly findMadeChanges: (db: Db, changesetId: number, recordId: number | null) => Promise<ProposedChange[]>
  /** Why the record cannot be taken out, and what to do; null where it can. */
  readonly findHindrance?: (db: Db, id: number) => Promise<string | null>
  /** Tells of a text that is said of a body why it may not be said, or null. Left out where anything may. */
  readonly findUnsayable?: (db: Db, sent: unknown) => Promise<(text: string) => string | null>
  /** Takes the record out of the register, inside an open changeset. Left out where that cannot be proposed. */
  readonly retract?: (db: Transaction<Register>, changeset: OpenChangeset, id: number) => Promise<void>
}

type Parts<Body> = {
  readonly findProblems: (db: Db, body: Body, recordId: number | null) => Promise<Problems>
  readonly findChanges: (db: Db, body: Body, recordId: number | null) => Promise<ProposedChange[]>
  readonly findWarnings: (db: Db, body: Body, recordId: number | null) => Promise<string[]>
  readonly apply: (db: Transaction<Register>, changeset: OpenChangeset, body: Body, recordId: number | null) => Promise<unknown>
}

/** How a kind reads its bodies: by their schema, and with these parts for one that fits it. */
export const readWith =
  <Schema extends z.ZodType>(schema: Schema, parts: Parts<z.output<Schema>>): Kind['read'] =>
  (sent) => {
    const read = schema.safeParse(sent)
    if (!read.success) {
      return { problems: Object.fromEntries(read.error.issues.map((issue) => [issue.path.join('.'), issue.message])) }
    }
    const body = read.data
    return {
      body: {
        findProblems: (db, recordId) => parts.findProblems(db, body, recordId),
        findChanges: (db, recordId) => parts.findChanges(db, body, recordId),
        findWarnings: (db, recordId) => parts.findWarnings(db, body, recordId),
        apply: async (db, changeset, recordId) => {
          await parts.apply(db, changeset, body, recordId)
        },
      },
    }
  }
