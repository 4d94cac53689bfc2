import { createDraft, getDraft, saveDraft } from '#contract/drafts.ts'
import type { RecordKind } from '#contract/proposal-kinds.ts'
import { ApiError } from './api-error.ts'
import { call } from './call.ts'
import { saveBeforeLeaving } from './quick-leave.ts'
import { requestKeys } from './request-keys.ts'

/** A draft on the server: its number, and the version that the next save is based on. */
export type DraftSlot = { readonly id: number; readonly version: number }

type Form = Readonly<Record<string, unknown>>

export type Keeping = {
  /** Null until it is first saved. */
  readonly slot: DraftSlot | null
  readonly state: 'nothing' | 'saving' | 'saved' | 'failed' | 'conflict' | 'stopped'
  readonly savedAt?: string
  /** Why it is not saved; it is tried again with the next change, and by itself where that may help; never where it stopped. */
  readonly message?: string
  /** What another window saved since, where that stands in the way. */
  readonly theirs?: { readonly form: unknown; readonly version: number }
}

/** How long typing rests before it is saved, in milliseconds. */
const restMs = 1000

/** How long after a failure it is tried again, in milliseconds: longer after each, up to the last. */
const pausesMs = [5000, 10_000, 20_000, 40_000, 60_000] as const

/** No answer, or one that another try may better. */
const mayPass = (error: unknown): boolean => error instanceof ApiError && (error.status === 0 || error.status === 429 || error.status >= 500)

/**
 * Keeps a form on the server as it is typed: one save at a time, the latest state last. What
 * another window saved is never overwritten unseen.
 */
export const draftKeeper = (about: { kind: RecordKind; recordId: number | null; start: DraftSlot | null }) => {
  const keys = requestKeys()
  const isUnsaved = { current: false }
  const listeners = new Set<() => void>()
  let keeping: Keeping = { slot: about.start, state: 'nothing' }
  let latest: Form | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let underWay: Promise<void> | null = null
  let isPaused = false
  let failures = 0

  const become = (next: Keeping): void => {
    keeping = next
    for (const tell of listeners) tell()
  }

  const save = (form: Form, slot: DraftSlot | null) =>
    slot === null
      ? call(createDraft, { body: { kind: about.kind, recordId: about.recordId, form }, idempotencyKey: keys.of(form) })
      : call(saveDraft, { params: { id: String(slot.id) }, body: { form }, ifMatch: `"${slot.version}"` })

  const whatNow = async (error: unknown, slot: DraftSlot | null): Promise<Keeping> => {
    if (error instanceof ApiError && error.status === 412 && slot !== null) {
      const theirs = await call(getDraft, { params: { id: String(slot.id) } }).catch(() => null)
      if (theirs !== null) return { slot, state: 'conflict', theirs }
    }
    if (error instanceof ApiError && error.code === 'words_left') return { slot, state: 'stopped', message: error.message }
    return { slot, state: 'failed', message: error instanceof Error ? error.message : 'unknown reason' }
  }

  const keepNow = async (form: Form): Promise<void> => {
    const { slot } = keeping
    // A try after one that failed is not told: nothing is new until it succeeds.
    if (keeping.state !== 'failed') become({ slot, state: 'saving' })
    try {
      const { id, version, savedAt } = await save(form, slot)
      failures = 0
      become({ slot: { id, version }, state: 'saved', savedAt })
      if (latest === form) isUnsaved.current = false
    } catch (error) {
      become(await whatNow(error, slot))
      if (mayPass(error)) plan(pausesMs[failures] ?? pausesMs.at(-1))
      failures += 1
    }
  }

  const keep = async (): Promise<void> => {
    const form = latest
    if (underWay !== null || isPaused || form === null || keeping.state === 'stopped') return
    underWay = keepNow(form)
    await underWay
    underWay = null
    // Typed meanwhile.
    if (latest !== form) plan()
  }

  const plan = (inMs: number = restMs): void => {
    clearTimeout(timer)
    if (keeping.state !== 'conflict' && keeping.state !== 'stopped') timer = setTimeout(() => void keep(), inMs)
  }

  const keepAtOnce = async (): Promise<void> => {
    clearTimeout(timer)
    await underWay
    if (isUnsaved.current) await keep()
  }
  saveBeforeLeaving(keepAtOnce)

  const goOn = (): void => {
    const { slot, theirs } = keeping
    if (slot !== null && theirs !== undefined) become({ slot: { id: slot.id, version: theirs.version }, state: 'nothing' })
  }

  return {
    now: () => keeping,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    /** Something is typed that the server does not have. */
    isUnsaved,
    /** The form as it is typed by now; it is saved once typing rests. */
    offer: (form: Form) => {
      latest = form
      isUnsaved.current = true
      // What is said to be saved is what was typed last.
      if (keeping.state === 'saved') become({ slot: keeping.slot, state: 'nothing' })
      plan()
    },
    /** Puts what is typed here over what another window saved. */
    keepMine: () => {
      goOn()
      void keep()
    },
    /** Goes on from what another window saved, which the form shows from now on. */
    takeTheirs: goOn,
    /**
     * Saves nothing more while the draft becomes a proposal, once a save under way has ended: one
     * that came after would find no draft, or leave one behind. Gives the draft's number.
     */
    pause: async (): Promise<number | null> => {
      isPaused = true
      clearTimeout(timer)
      await underWay
      return keeping.slot?.id ?? null
    },
    /** It became none: what is not saved yet is saved again. */
    resume: () => {
      isPaused = false
      if (isUnsaved.current) plan()
    },
    /** The draft has become a proposal: nothing is saved any more. */
    spend: () => {
      isPaused = true
      isUnsaved.current = false
      clearTimeout(timer)
    },
  }
}
