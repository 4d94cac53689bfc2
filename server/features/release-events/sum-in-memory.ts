import type { Count } from '#contract/common.ts'
import type { Tally } from '#contract/stats.ts'
import { type Claims, claimFlags } from '../../db/event-columns.ts'

/** As `summed`, with events counted once: those of one event are to be added one after the other. */
export class Sum {
  #lowest = 0
  #best = 0
  #highest = 0
  #flags = 0
  #events = 0
  #last = -1

  addEvent(place: number): void {
    if (this.#last === place) return
    this.#last = place
    this.#events += 1
  }

  addClaim(claims: Claims, at: number): void {
    this.#lowest += claims.lowest[at] ?? 0
    this.#best += claims.best[at] ?? 0
    this.#highest += claims.highest[at] ?? 0
    this.#flags |= claims.flags[at] ?? 0
  }

  get reported(): Count {
    return {
      lowest: this.#lowest,
      best: this.#best,
      highest: this.#highest,
      openLow: (this.#flags & claimFlags.openLow) !== 0,
      openHigh: (this.#flags & claimFlags.openHigh) !== 0,
    }
  }

  get tally(): Tally {
    return { events: this.#events, reported: this.reported, people: null }
  }
}
