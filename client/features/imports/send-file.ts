import { ApiError, errorOf, unreachable } from '#client/lib/api-error.ts'
import { addressOf } from '#client/lib/call.ts'
import { newKey } from '#client/lib/new-key.ts'
import type { ImportKind } from '#contract/import-fields.ts'
import type { Import } from '#contract/import-view.ts'
import { uploadImport } from '#contract/imports.ts'

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/**
 * Sends a file to be imported, and tells how far it is, from 0 to 1. `fetch` cannot tell that. Rejects with
 * an ApiError.
 */
export const sendFile = (file: File, kind: ImportKind, onProgress: (part: number) => void): Promise<Import> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', addressOf(uploadImport, { query: { name: file.name.slice(0, 200), kind } }))
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.setRequestHeader('idempotency-key', newKey())
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total))
    request.addEventListener('error', () => reject(unreachable()))
    request.addEventListener('load', () => {
      const answer = parsed(request.responseText)
      if (request.status === 201) resolve(answer as Import)
      else reject(answer === null ? new ApiError(request.status, { code: 'unreadable', message: 'The server did not take the file.' }) : errorOf(request.status, answer))
    })
    request.send(file)
  })
