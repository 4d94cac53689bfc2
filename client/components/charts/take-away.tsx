import { type ReactNode, useState } from 'react'
import { Button } from '../forms/button.tsx'
import { CopyField } from '../forms/copy-field.tsx'
import { NotebookCode } from './notebook-code.tsx'
import styles from './take-away.module.css'

/** What can be taken along of a chart: its numbers, its picture with its words burnt in, its address, and code that asks for it. */
export const TakeAway = ({
  name,
  csv,
  svg,
  link,
  more,
}: {
  /** File name without ending. */
  name: string
  /** Address of the numbers as CSV. */
  csv: string
  /** The picture as an SVG file; null where it cannot be drawn. */
  svg: (() => string) | null
  /** The address that leads to the chart. */
  link: () => string
  /** Further ways to take it along. */
  more?: ReactNode
}) => {
  const [outcome, setOutcome] = useState<string | null>(null)
  const [shown, setShown] = useState<string | null>(null)
  const png = async (text: string) => {
    const { savePng } = await import('./save-picture.ts')
    await savePng(name, text)
  }
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link())
      setOutcome('The link is copied.')
    } catch {
      // Browsers give the clipboard to secure pages only.
      setShown(link())
      setOutcome('The link could not be copied; take it from the field.')
    }
  }
  return (
    <>
      <ul className={styles.list} data-screen-only="" aria-label="To take along">
        <li>
          <a href={csv} download={`${name}.csv`} className={styles.link}>
            Numbers as CSV
          </a>
        </li>
        {svg === null ? null : (
          <>
            <li>
              <Button kind="plain" small onClick={() => void import('./save-picture.ts').then(({ saveSvg }) => saveSvg(name, svg()))}>
                Picture as SVG
              </Button>
            </li>
            <li>
              <Button
                kind="plain"
                small
                onClick={() => void png(svg()).catch((error: unknown) => setOutcome(error instanceof Error ? error.message : 'The picture could not be drawn.'))}
              >
                Picture as PNG
              </Button>
            </li>
          </>
        )}
        <li>
          <Button kind="plain" small onClick={() => void copy()}>
            Copy link
          </Button>
        </li>
        {more === undefined ? null : <li>{more}</li>}
      </ul>
      {shown === null ? null : (
        <div className={styles.address} data-screen-only="">
          <CopyField label="Link to this chart" text={shown} />
        </div>
      )}
      <p role="status">{outcome}</p>
      <NotebookCode csv={csv} />
    </>
  )
}
