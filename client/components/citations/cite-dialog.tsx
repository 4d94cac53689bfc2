import { useState } from 'react'
import { citeView } from '#contract/cite.ts'
import { useAnswer } from '#client/lib/use-answer.ts'
import { Dialog } from '../layout/dialog.tsx'
import { Answered } from '../states/answered.tsx'
import { CitationFacts } from './citation-facts.tsx'
import { CitationText } from './citation-text.tsx'
import { civilDayOf } from './citation-files.ts'
import styles from './citations.module.css'

/** A view's citation in every form, and what it rests on. */
export const CiteDialog = ({ path, of, onClose }: { path: string; of: string; onClose: () => void }) => {
  const [accessed] = useState(() => civilDayOf(new Date()))
  const citation = useAnswer(citeView, { query: { path, accessed } })
  return (
    <Dialog title={`Cite ${of}`} onClose={onClose}>
      <Answered query={citation} what="the citation">
        {(data) => (
          <>
            <p className={styles.title}>{data.title}</p>
            <CitationText citation={data} />
            <CitationFacts citation={data} />
          </>
        )}
      </Answered>
    </Dialog>
  )
}
