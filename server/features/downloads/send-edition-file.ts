import type { Response } from 'express'
import { downloadEditionFile } from '#contract/exports.ts'
import type { OpenEdition } from '../../editions/edition-shelf.ts'

/**
 * The SQLite file of an edition as it lies on the disk, whole or by ranges. Its tag is its
 * SHA-256, which Repr-Digest (RFC 9530) carries too: the one that the list of editions names.
 */
export const sendEditionFile = (response: Response, { edition, path }: OpenEdition): Promise<void> =>
  new Promise((resolve, reject) => {
    response.attachment(`habeas-edition-${edition.label}.sqlite`)
    response.setHeader('Content-Type', downloadEditionFile.file.type)
    response.setHeader('ETag', `"${edition.sha256}"`)
    response.setHeader('Repr-Digest', `sha-256=:${Buffer.from(edition.sha256, 'hex').toString('base64')}:`)
    const options = { cacheControl: false, etag: false, lastModified: false, dotfiles: 'allow' as const }
    response.sendFile(path, options, (error?: Error) => {
      // A reader who closes a download has had enough.
      const isClosed = error && 'code' in error && error.code === 'ECONNABORTED'
      if (error && !isClosed) reject(error)
      else resolve()
    })
  })
