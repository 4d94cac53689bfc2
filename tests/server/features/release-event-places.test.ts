import { expect, test } from 'vitest'
import { listReleaseEvents } from '#contract/release-events.ts'
import { seededRegister } from '../../support/test-register.ts'
import { askRegister } from './support/ask.ts'

test('a list says “others not stated” only of events that leave someone nobody places', async () => {
  const { ask } = await askRegister(await seededRegister())
  const { data } = await ask(listReleaseEvents.response, '/release-events?limit=200')
  const rest = (ref: string) => {
    const row = data.find((one) => one.ref === ref)
    return row && { refused: row.refused, othersNotStated: row.othersNotStated }
  }
  // 52 released, 51 of them in Lithuania: the other one refused to leave.
  expect(rest('R-16')).toEqual({ refused: 1, othersNotStated: false })
  // One released, and that one is named as having stayed.
  expect(rest('R-21')).toEqual({ refused: 0, othersNotStated: false })
  // The places make all of the 123, though four of those named have no destination of their own.
  expect(rest('R-1')).toEqual({ refused: 0, othersNotStated: false })
  expect(rest('R-22')).toEqual({ refused: 0, othersNotStated: true })
})
