import { listEditions } from '#contract/editions.ts'
import { PageHeading } from '#client/components/layout/page-heading.tsx'
import { Answered } from '#client/components/states/answered.tsx'
import { useAnswer } from '#client/lib/use-answer.ts'
import { ChooseEditions } from './choose-editions.tsx'
import { EditionItem } from './edition-item.tsx'
import { PublicDoorOnly } from './public-door-only.tsx'
import styles from './editions.module.css'

/** Every published state of the register, to read, to cite, to compare and to take along. */
export const EditionsPage = () => (
  <>
    <PageHeading title="Editions">
      <p>
        The register is published in numbered editions. What you cite from one stays as it was: a link that ends in{' '}
        <code>edition=</code> and its number gives the same answer years later, unless someone in it had to be protected since: then
        what would tell of them is gone.
      </p>
    </PageHeading>
    <PublicDoorOnly>
      <Editions />
    </PublicDoorOnly>
  </>
)

const Editions = () => {
  const editions = useAnswer(listEditions)
  return (
    <Answered query={editions} what="the list of editions">
      {({ data }) => (
        <>
          {data.length < 2 ? null : <ChooseEditions editions={data} />}
          <ul className={styles.editions}>
            {data.map((edition, index) => (
              <EditionItem key={edition.number} edition={edition} before={data[index + 1]} isNewest={index === 0} />
            ))}
          </ul>
        </>
      )}
    </Answered>
  )
}
