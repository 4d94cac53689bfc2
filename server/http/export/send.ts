import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Request, Response } from 'express'
import { fileNameOf } from '#contract/sentence.ts'

/** Someone who closes a download has had enough: that is no failure of ours. */
export const isClosedByReader = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE'

/** How long a file may stand still before whoever takes it is let go, in milliseconds: they hold what others wait for. */
const patienceMs = 60_000

export const letGoWhenIdle = (response: Response): void => {
  response.setTimeout(patienceMs, () => response.destroy())
}

/** "habeas-1-0-release-events-from-belarus.csv": edition and sentence, so that two files can be told apart. */
export const exportName = (sentence: string, edition: string | null, extension: string): string =>
  `habeas-${edition === null ? '' : `${edition.replace('.', '-')}-`}${fileNameOf(sentence)}.${extension}`

type Download = { readonly type: string; readonly name: string; readonly body: () => Readable }

/**
 * Sends a file as it is made, no faster than it is taken. It ends early, and stops what makes
 * it, when the reader closes the connection. One who has the same already is told so with 304.
 */
export const sendFile = async (request: Request, response: Response, { type, name, body }: Download): Promise<void> => {
  response.type(type)
  response.attachment(name)
  // `attachment` sets the type again, from the name.
  response.setHeader('Content-Type', type)
  if (request.fresh) {
    response.status(304).end()
    return
  }
  if (request.method === 'HEAD') {
    response.end()
    return
  }
  try {
    await pipeline(body(), response)
  } catch (error) {
    if (!isClosedByReader(error)) throw error
  }
}
