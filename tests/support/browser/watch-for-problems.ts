import type { BrowserContext } from 'playwright-core'

export type Problem = {
  kind: 'policy violation' | 'uncaught error' | 'console error' | 'foreign request'
  text: string
}

/**
 * Notes what goes wrong on every page of a context, from before its first document.
 * @returns a function that waits for what is under way and gives the problems so far, in order.
 */
export async function watchForProblems(context: BrowserContext, origins: string[]): Promise<() => Promise<Problem[]>> {
  const problems: Problem[] = []
  const note = (kind: Problem['kind'], text: string) => problems.push({ kind, text })

  await context.exposeBinding('habeasNoteViolation', (_source, text: string) => {
    note('policy violation', text)
  })
  await context.addInitScript(() => {
    const noteViolation = Reflect.get(globalThis, 'habeasNoteViolation') as (text: string) => void
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample, sourceFile, lineNumber }) => {
      const place = sourceFile ? ` at ${sourceFile}:${lineNumber}` : ''
      noteViolation(`${effectiveDirective} refused ${blockedURI}${sample ? ` "${sample}"` : ''}${place}`)
    })
  })
  context.on('weberror', (error) => note('uncaught error', error.error().stack ?? String(error.error())))
  context.on('console', (message) => {
    const { url, lineNumber } = message.location()
    const text = `${message.text()}${url ? ` (${url}:${lineNumber})` : ''}`
    if (/content security policy|trusted ?(types|html|script)/i.test(text)) note('policy violation', text)
    else if (message.type() === 'error') note('console error', text)
  })
  const noteForeign = (address: string) => {
    const { origin, protocol } = new URL(address)
    // data:, blob: and about: stay in the browser; the policy rules them.
    const leaves = ['http:', 'https:', 'ws:', 'wss:'].includes(protocol)
    if (leaves && !origins.includes(origin.replace(/^ws/, 'http'))) note('foreign request', address)
  }
  context.on('request', (request) => noteForeign(request.url()))
  context.on('page', (page) => page.on('websocket', (socket) => noteForeign(socket.url())))

  return async () => {
    // What a page has already said arrives before the answer to a question put to it now.
    await Promise.all(context.pages().map((page) => page.evaluate(nextTask).catch(() => undefined)))
    return [...problems]
  }
}

/** Violations are announced in a task of their own. */
const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve, 50))
