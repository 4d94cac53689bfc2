import type { ExportContext } from '../../http/export/serve-exports.ts'
import type { Mount } from './mount.ts'

/** What an export says of the mount it was taken from. */
export const exportContext = ({ file, about, guard }: Mount): ExportContext => ({
  file,
  edition: async () => (await about()).edition,
  guard,
})
