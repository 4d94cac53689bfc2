import { getReleaseEvent } from '#contract/release-events.ts'

/** The event page's address: nothing but the one source a reader wants to hear alone. */
export const releaseEventSearch = getReleaseEvent.query
