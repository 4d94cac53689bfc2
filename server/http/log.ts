import { type Logger, pino } from 'pino'

/** Operators' log: JSON on standard error, without names, search words, addresses or tokens. */
export const makeLog = (door: 'public' | 'desk'): Logger =>
  pino({ base: { door }, level: 'warn' }, pino.destination(2))
