import * as z from 'zod'

/** What zod says of itself, in words for the person who typed; a schema's own message goes first. */
const inPlainWords = (issue: z.core.$ZodRawIssue): string | undefined => {
  if (issue.code === 'invalid_value') return `Give one of: ${issue.values.map(String).join(', ')}.`
  if (issue.code === 'invalid_type') {
    if (issue.input === undefined) return 'This is missing.'
    if (Array.isArray(issue.input)) return 'Give this once.'
    return issue.expected === 'string' ? 'Give a text here.' : `Give this as ${issue.expected}.`
  }
  return undefined
}

// zod probes `new Function`, which a strict content security policy reports as a violation.
z.config({ jitless: true, customError: inPlainWords })

export { z }
