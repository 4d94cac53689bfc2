import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
const modules = fileURLToPath(new URL('../../../node_modules', import.meta.url))

/** The npm package ships one build: Linux on x64. */
export const packageRunsHere = process.platform === 'linux' && process.arch === 'x64'

/**
 * Unpacks the Chromium of the npm package `@sparticuz/chromium`, once for each version of it, into
 * `node_modules/.cache` (206 MB, about 2 s), and says how it is started on a machine that has
 * neither its libraries (nss, nspr, expat) nor fonts.
 * @throws where the package has no build for this machine, or the folder cannot be written.
 */
export async function unpackPackagedChromium(): Promise<{ executablePath: string; env: Record<string, string> }> {
  if (!packageRunsHere) throw new Error(`it has no build for ${process.platform} on ${process.arch}`)
  const manifest = await readFile(join(modules, '@sparticuz/chromium/package.json'), 'utf8')
  const { version } = JSON.parse(manifest) as { version: string }
  const cache = join(modules, '.cache')
  const folder = join(cache, `chromium-${version}`)
  if (!existsSync(folder)) await unpackInto(cache, folder)
  return {
    executablePath: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: join(folder, 'al2023/lib'), FONTCONFIG_FILE: join(folder, 'fonts.conf') },
  }
}

async function unpackInto(cache: string, folder: string): Promise<void> {
  await mkdir(cache, { recursive: true })
  // The package takes a folder that exists for one that is complete, so it unpacks into a new
  // one, and that takes its name only when it is complete.
  const fresh = await mkdtemp(join(cache, 'chromium-unpacking-'))
  try {
    await run(process.execPath, [fileURLToPath(new URL('unpack-chromium.ts', import.meta.url))], {
      // Only with the name of that platform does the package unpack the libraries as well.
      env: { ...process.env, TMPDIR: fresh, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
    })
    await writeFile(join(fresh, 'fonts.conf'), fontConfiguration)
    // Both are made for their owner alone; node_modules is everybody's.
    await Promise.all([fresh, join(fresh, 'chromium')].map((path) => chmod(path, 0o755)))
    await rename(fresh, folder)
  } catch (error) {
    await rm(fresh, { recursive: true, force: true })
    // Another run was quicker: its copy is as good.
    if (!existsSync(folder)) throw error
  }
}

/** The package's own file names folders under `/tmp`; without this one every page is drawn without a letter. */
const fontConfiguration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`
