import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { answersId, type DrawPage, type DrawnPage } from '#contract/drawn-page.ts'

/** JSON that may stand inside an element: no `<` ends it or begins another. */
const embeddedJson = (value: unknown): string => JSON.stringify(value).replaceAll('<', String.raw`\u003c`)

/** Draws pages of the built client ahead; null where the client was built without what draws them. */
export const pageDrawing = async (clientDir: string) => {
  const file = join(clientDir, 'page/draw-page.js')
  if (!existsSync(file)) return null
  const page = await readFile(join(clientDir, 'public/index.html'), 'utf8')
  return {
    /** Changes with every build: it belongs into the tag of what is drawn. */
    digest: createHash('sha256').update(page).digest('hex').slice(0, 12),
    /** The whole page at an address. Large and seldom used: what draws it is loaded when the first page is drawn. */
    draw: async (address: string, ask: (address: string) => Promise<unknown>): Promise<Buffer> => {
      const { drawPage } = (await import(pathToFileURL(file).href)) as { readonly drawPage: DrawPage }
      return Buffer.from(withDrawn(page, await drawPage(address, ask)))
    },
  }
}

const withDrawn = (page: string, { html, answers }: DrawnPage): string =>
  page.replace(
    '<div id="root"></div>',
    () => `<div id="root">${html}</div><script type="application/json" id="${answersId}">${embeddedJson(answers)}</script>`,
  )
