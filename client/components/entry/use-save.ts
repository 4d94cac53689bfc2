import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { FieldProblem } from '#client/components/forms/error-summary.tsx'
import { ApiError } from '#client/lib/api-error.ts'
import { call } from '#client/lib/call.ts'
import { newKey } from '#client/lib/new-key.ts'
import { type Proposal, createProposal, previewProposal, updateProposal } from '#contract/proposals.ts'
import type { ResponseOf } from '#contract/endpoint.ts'
import { changesNothing, checkDraft, pathOf } from './check-draft.ts'
import type { EntryDraft } from './entry-draft.ts'
import { findPresent } from './find-present.ts'
import type { Checked, FormKind, FormStart, Present, ProposalBase } from './form-kind.ts'

type Sendable<Body> = Extract<Checked<Body>, { sent: unknown }>

/** What is about to be stored, as its reviewer will read it. */
export type Looked<Body> = Sendable<Body> & { readonly preview: ResponseOf<typeof previewProposal> }

/** What stands in the way of saving. */
export type Trouble = {
  readonly problems: readonly FieldProblem[]
  readonly message?: string
  /** `fields` was found here, before anything was sent; `refused` is the server's word. */
  readonly kind: 'fields' | 'refused' | 'signed-out' | 'unreachable' | 'key-taken' | 'other'
  /** Fields that have been put right since. */
  readonly mended?: ReadonlySet<string>
}

export type Conflict<Body, Known> = { readonly present: Present<Body, Known>; readonly mine: Body }

/** Checks the draft and sends it; says what went wrong by field, or which other version stands in the way. */
export const useSave = <D extends EntryDraft, Body, Known>(
  kind: FormKind<D, Body, Known>,
  start: FormStart<D, Body>,
  /** What keeps the draft: it rests while the draft is sent. */
  kept: { readonly pause: () => Promise<number | null>; readonly resume: () => void },
  onSaved: (proposal: Proposal) => void,
) => {
  const queries = useQueryClient()
  const key = useRef(newKey())
  /** An earlier try got through and spent the draft: this form goes as a proposal of its own, without one. */
  const isAnother = useRef(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [conflict, setConflict] = useState<Conflict<Body, Known> | null>(null)
  const [attempt, setAttempt] = useState(0)
  const [looked, setLooked] = useState<Looked<Body> | null>(null)

  const refused = async (error: Error, { findings, body }: Sendable<Body>) => {
    setLooked(null)
    setAttempt((count) => count + 1)
    if (!(error instanceof ApiError)) {
      setTrouble({ kind: 'other', problems: [], message: error.message })
      return
    }
    if (error.code !== 'words_left' && (error.status === 409 || error.status === 412)) {
      const present = await findPresent(kind, start, error.status).catch(() => null)
      if (present !== null) {
        setTrouble(null)
        setConflict({ present, mine: body })
        return
      }
    }
    const named = Object.entries(error.fields).map(([path, message]) => [pathOf(path), message] as const)
    const { fields, rest } = findings.onPage(named)
    setTrouble({
      kind: kindOf(error, fields.length > 0),
      problems: fields,
      ...(fields.length > 0 && rest.length === 0 ? {} : { message: rest.length === 0 ? error.message : rest.join(' ') }),
    })
  }

  const look = useMutation({
    mutationFn: ({ sent }: Sendable<Body>) => call(previewProposal, { body: sent }),
    onError: refused,
  })

  const send = useMutation({
    mutationFn: async ({ sent, comment }: Sendable<Body> & { comment: string | null }) => {
      const draft = await kept.pause()
      const body = { ...sent, draft: isAnother.current ? null : draft, comment }
      return start.editing === null
        ? call(createProposal, { body, idempotencyKey: key.current })
        : call(updateProposal, { params: { id: start.editing.ref }, body, ifMatch: `"${start.editing.version}"` })
    },
    onSuccess: (proposal) => {
      onSaved(proposal)
      void queries.invalidateQueries({ queryKey: ['answer'] })
    },
    onError: (error, sent) => {
      kept.resume()
      return refused(error, sent)
    },
  })

  /** Checks what is typed; what is well goes on to be looked at before it is sent, with what was typed meanwhile. */
  const check = (now: () => D) => {
    if (look.isPending || send.isPending) return
    setConflict(null)
    const draft = now()
    const checked = checkDraft(kind, draft, start.base)
    if ('sent' in checked && changesNothing(kind, draft, start)) {
      setAttempt((count) => count + 1)
      setTrouble({ kind: 'other', problems: [], message: 'Nothing was changed: the form says what the record says already.' })
      return
    }
    if ('sent' in checked) {
      setTrouble(null)
      look.mutate(checked, {
        onSuccess: (preview) => {
          if (now() === draft) setLooked({ ...checked, preview })
          else check(now)
        },
      })
      return
    }
    setAttempt((count) => count + 1)
    setTrouble({
      kind: 'fields',
      problems: checked.problems,
      ...(checked.rest.length === 0 ? {} : { message: checked.rest.join(' ') }),
    })
  }

  return {
    check,
    /** What is to be looked at before it is sent. */
    looked,
    /** Sends what was looked at, with a word for the reviewer. */
    send: (comment: string | null) => {
      if (looked !== null && !send.isPending) send.mutate({ ...looked, comment })
    },
    /** Goes back to the form. */
    goBack: () => setLooked(null),
    trouble,
    conflict,
    attempt,
    isChecking: look.isPending,
    isSaving: send.isPending,
    /** Takes the messages from fields that were put right since the last try. */
    recheck: (draft: D) =>
      setTrouble((now) => (now?.kind === 'fields' ? { ...now, mended: mendedIn(kind, draft, start.base, now) } : now)),
    /** Forgets what stood in the way, once the draft has been put on another version. */
    settle: () => {
      setTrouble(null)
      setConflict(null)
    },
    /** Lets a form be saved as another proposal after an earlier try got through under its key. */
    renewKey: () => {
      key.current = newKey()
      isAnother.current = true
      setTrouble(null)
    },
  }
}

/** Which of the problems the draft does not have any more. The summary keeps them all, so that it does not move while one reads. */
const mendedIn = <D extends EntryDraft, Body, Known>(
  kind: FormKind<D, Body, Known>,
  draft: D,
  base: ProposalBase,
  { problems }: Trouble,
): ReadonlySet<string> => {
  const checked = checkDraft(kind, draft, base)
  const left = new Set('sent' in checked ? [] : checked.problems.map(({ id, message }) => `${id} ${message}`))
  return new Set(problems.filter(({ id, message }) => !left.has(`${id} ${message}`)).map(({ id }) => id))
}

const kindOf = ({ status }: ApiError, hasFields: boolean): Trouble['kind'] => {
  if (status === 401) return 'signed-out'
  if (status === 0) return 'unreachable'
  if (status === 422) return 'key-taken'
  return hasFields ? 'refused' : 'other'
}
