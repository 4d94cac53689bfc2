import type { Generated } from 'kysely'
import type { ImportTables } from './import-tables.ts'
import type { Records } from './records.ts'

/*
 * The register: the record tables and the desk tables. Timestamps are ISO 8601 in UTC.
 */

export type ChangesetKind =
  | 'seed'
  | 'new'
  | 'correction'
  | 'late_discovery'
  | 'merge'
  | 'retraction'
  | 'redaction'
  | 'import'
  | 'migration'

export type ChangeOp = 'insert' | 'update' | 'delete' | 'redact'

export type ProposalKind =
  | 'release_event'
  | 'detainee'
  | 'sanctions_action'
  | 'source'
  | 'import'
  | 'merge'
  | 'undo'
  | 'redaction'

export type ProposalState = 'draft' | 'waiting' | 'returned' | 'approved' | 'rejected' | 'withdrawn'

export type DeskTables = {
  account_user: {
    id: string
    name: string
    email: string
    emailVerified: Generated<number>
    image: string | null
    twoFactorEnabled: Generated<number>
    createdAt: string
    updatedAt: string
  }
  account_session: {
    id: string
    token: string
    userId: string
    expiresAt: string
    createdAt: string
    updatedAt: string
    ipAddress: string | null
    userAgent: string | null
  }
  account_credential: {
    id: string
    accountId: string
    providerId: string
    userId: string
    password: string | null
    createdAt: string
    updatedAt: string
  }
  account_role: { user_id: string; role: string }
  account_invitation: {
    token_sha256: string
    roles: string
    created_at: string
    expires_at: string
    used_at: string | null
    invited_by: string | null
    /** The account it sets a new password for; null for a new account. */
    for_user: string | null
  }
  account_verification: { id: string; identifier: string; value: string; expiresAt: string }
  account_second_factor: { id: string; userId: string; verified: number }
  account_used_code: { user_id: string; code: string; used_at: string }
  account_confirmation: { session_id: string; confirmed_at: string }
  account_shut_out: { user_id: string; shut_out_by: string | null; shut_out_at: string }
  account_event: {
    id: Generated<number>
    at: string
    act: string
    account_id: string | null
    subject_id: string | null
    record_table: string | null
    record_id: number | null
    detail: string | null
  }
  changeset: {
    id: Generated<number>
    kind: ChangesetKind
    author: string
    author_id: string | null
    reviewer: string | null
    reviewer_id: string | null
    reason: string
    proposal_id: number | null
    made_at: string
  }
  open_changeset: { id: number; changeset_id: number }
  change: {
    id: Generated<number>
    changeset_id: number
    table_name: string
    record_id: number
    op: ChangeOp
    digest: string | null
    chain: string | null
  }
  change_value: { change_id: number; salt: Buffer; value: string }
  record_version: { record_table: string; record_id: number; changeset_id: number }
  proposal: {
    id: Generated<number>
    kind: ProposalKind
    record_id: number | null
    base_version: number | null
    change_kind: 'new' | 'correction' | 'late_discovery' | 'retraction' | 'import' | 'merge' | 'redaction'
    body: string
    reason: Generated<string>
    state: ProposalState
    author_id: string
    version: Generated<number>
    created_at: string
    updated_at: string
    decided_by: string | null
    decided_at: string | null
    decision_reason: string | null
    changeset_id: number | null
  }
  proposal_comment: { id: Generated<number>; proposal_id: number; author_id: string; text: string; made_at: string }
  idempotency_key: {
    user_id: string
    key: string
    request_sha256: string
    status: number
    answer: string
    created_at: string
  }
  edition: {
    id: Generated<number>
    number: number
    revision: Generated<number>
    published_at: string
    published_by: string
    note: string
    changeset_id: number
    chain: string
    sha256: string
    bytes: number
    counts: string
    signature: Generated<string | null>
    signing_key: Generated<string | null>
  }
  upkeep: {
    id: Generated<number>
    task: 'quick_verification' | 'full_verification' | 'backup'
    ended_at: string
    succeeded: number
    outcome: string
  }
  source_capture: {
    id: Generated<number>
    /** Null until the source it is the text of is in the register. */
    source_id: number | null
    name: string | null
    address: string | null
    media_type: 'text/plain' | 'text/html'
    sha256: string
    body: Buffer
    text: string
    captured_at: string
    captured_by: string
  }
  desk_fact: {
    id: Generated<number>
    detainee_id: number
    kind: string
    text: string
    recorded_at: string
    recorded_by: string
    version: Generated<number>
    changed_at: string | null
    changed_by: string | null
  }
  desk_evidence: { id: Generated<number>; desk_fact_id: number; source_id: number | null; quote: string | null }
  setting: { name: string; value: string }
  duplicate_pair: { a_id: number; b_id: number; score: number }
  duplicate_search: { id: number; changeset_id: number; finished_at: string; people: number; found: number; kept: number }
  duplicate_verdict: {
    id: Generated<number>
    a_id: number
    b_id: number
    reason: string
    author: string
    author_id: string | null
    made_at: string
  }
  record_touch: { record_table: string; record_id: number; changeset_id: number }
  redaction: {
    id: Generated<number>
    changeset_id: number
    /** The person who left; null where words did. */
    detainee_id: number | null
    /** "R-1", of whose row's field words left. */
    record: string | null
    record_table: string | null
    record_id: number | null
    field: string | null
    state: Generated<'pending' | 'complete'>
    touched: string | null
    in_the_way: Generated<string>
    begun_at: string
    completed_at: string | null
  }
  desk_move: { id: Generated<number>; changeset_id: number; desk_fact_id: number; before_id: number; after_id: number }
}

export type Register = Records & DeskTables & ImportTables
