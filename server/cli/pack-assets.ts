import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/** Fonts and pictures are packed already. */
const isText = (name: string): boolean => /\.(?:js|css|svg|json)$/.test(name)

/** Below this many bytes a file is one packet, packed or not. */
const worthPacking = 1400

/** Writes each script and style of a built client a second and third time, packed as small as it gets: `.br` and `.gz` beside it. */
export const packAssets = async (folder: string): Promise<void> => {
  const names = (await readdir(folder)).filter(isText)
  await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name)
      const plain = await readFile(path)
      if (plain.length < worthPacking) return
      const [small, smaller] = await Promise.all([
        zip(plain, { level: constants.Z_BEST_COMPRESSION }),
        brotli(plain, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: plain.length } }),
      ])
      await Promise.all([writeFile(`${path}.gz`, small), writeFile(`${path}.br`, smaller)])
    }),
  )
}
