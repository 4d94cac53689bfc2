import { pathToFileURL } from 'node:url'
import { resolve } from 'node:path'

/** What may be said of an error in a log: its message may hold a name, a search word or an address, and is not in it. */
export type DescribedError = {
  readonly name: string
  readonly code?: string
  /** Where it came from, the innermost call first; files of this project from its root. */
  readonly frames: readonly string[]
  readonly cause?: DescribedError
}

const root = `${pathToFileURL(resolve(import.meta.dirname, '../..')).href}/`
const deepestCause = 3
const longestList = 30

/** `    at name (place:line:column)`, or without the name; nothing else that stands in a stack. */
const frame = /^ {4}at (?:(?:async |new )*[\w$.<>#]+(?: \[as [\w$.<>#]+\])? \()?(?:async )?((?:file:\/\/|node:|\/)[^\s()]+:\d+:\d+)\)?$/

/** A stack begins with the message: it is cut off first, for a message can look like a frame. */
const framesOf = ({ message, stack = '' }: Error): string[] => {
  const at = message === '' ? -1 : stack.indexOf(message)
  if (message !== '' && at < 0) return []
  const lines = (at < 0 ? stack : stack.slice(at + message.length)).split('\n')
  return lines
    .filter((line) => frame.test(line))
    .slice(0, longestList)
    .map((line) => line.trim().replace(root, ''))
}

const plainName = (name: unknown): string => (typeof name === 'string' && /^[A-Za-z]\w{0,60}$/.test(name) ? name : 'Error')

const isCode = (code: unknown): code is string => typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,60}$/.test(code)

const describe = (error: Error, depth: number): DescribedError => ({
  name: plainName(error.name),
  ...('code' in error && isCode(error.code) ? { code: error.code } : {}),
  frames: framesOf(error),
  ...(error.cause instanceof Error && depth < deepestCause ? { cause: describe(error.cause, depth + 1) } : {}),
})

/** The name, code and stack frames of an error and of its causes. Of what is no error, nothing. */
export const describeError = (error: unknown): DescribedError =>
  error instanceof Error ? describe(error, 0) : { name: 'NotAnError', frames: [] }
