import { join } from 'node:path'
import { asProduction } from '../config.ts'
import { buildOnce, root } from './build-once.ts'
import { packAssets } from './pack-assets.ts'

/** Builds the pages into `dist/client` when what they are made of has changed. Throws when the build fails. */
export const buildClient = (): Promise<void> =>
  buildOnce({
    what: 'the pages',
    sources: ['client', 'contract', 'vite.config.ts', 'package-lock.json', 'server/cli/build-client.ts', 'server/cli/pack-assets.ts'],
    outDir: 'dist/client',
    entry: 'public/index.html',
    into: async (folder) => {
      await asProduction(() => buildInto(folder))
      await packAssets(join(folder, 'assets'))
    },
  })

const buildInto = async (folder: string): Promise<void> => {
  // Vite is large; a start that has nothing to build does without it.
  const { createBuilder } = await import('vite')
  const builder = await createBuilder({
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'error',
    build: { outDir: folder },
  })
  await builder.buildApp()
}

if (import.meta.main) await buildClient()
