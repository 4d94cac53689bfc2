import { type DestinationStream, type Logger, pino } from 'pino'
import { describeError } from './describe-error.ts'

/**
 * Operators' log: JSON on standard error, without names, search words, addresses or tokens. Of an
 * error it keeps what `describeError` does, under `err`; an error that is logged without words of
 * our own gets none of its.
 */
export const makeLog = (door: 'public' | 'desk', destination: DestinationStream = pino.destination(2)): Logger =>
  pino(
    {
      base: { door },
      level: 'warn',
      serializers: { err: describeError },
      hooks: {
        logMethod([first, words], method) {
          const details = first instanceof Error ? { err: first } : (first as object)
          method.apply(this, [details, typeof words === 'string' ? words : 'failed'])
        },
      },
    },
    destination,
  )
