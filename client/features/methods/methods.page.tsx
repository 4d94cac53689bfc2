import { PageHeading } from '#client/components/layout/page-heading.tsx'
import { Section } from '#client/components/layout/section.tsx'
import styles from './methods.module.css'

export const MethodsPage = () => (
  <>
    <PageHeading title="How we count">
      <p>The rules behind every number, date and name on these pages.</p>
    </PageHeading>
    <div className={styles.text}>
      <Section title="Every value has a source">
        <p>
          Beside a value stands a small mark with the number of its sources. It opens the words they use and who is quoted in
          them. Where we have kept no words, it says so. What no source says reads “not stated”: it is shown, counted and can
          be filtered by, and it is never guessed. What is kept back to protect someone reads “withheld”. In a revised
          edition a text that is not there reads “not stated or withheld”, for the edition no longer says which.
        </p>
      </Section>
      <Section title="Numbers and their bands">
        <p>
          Sources may give different numbers for one release. The register uses one of them; in brackets stands the band from
          the lowest to the highest that anyone claims and that was not rejected. A copy of another source widens no band.
          Over several events the used numbers, the lowest and the highest add separately. “At least” and “or more” mean that
          no upper bound is known.
        </p>
        <p>
          The headline counts releases of prisoners as reported. The sources speak of prisoners, political prisoners or
          detainees; the overview shows how the number divides among these words. Someone released twice is one person and
          two releases. People who are on record are part of a reported number and never added to it.
        </p>
      </Section>
      <Section title="On record and not on record">
        <p>
          For each event we say how many are claimed, how many of them are on record as persons, and how many remain. Someone
          whose name is withheld is on record and counted; charts call all of these named. A person on record whose
          destination is not stated may belong to any destination, so the number not on record of each destination can be a
          range. Nobody’s destination is worked out by subtraction.
        </p>
      </Section>
      <Section title="Destinations">
        <p>
          A destination is where a source says people were taken. It is not nationality: prisoners taken to a country need not
          be its citizens. Where the destination is the country that released them, they stayed; nobody is counted as taken to
          where they already were. Under a filter by destination, an event counts with the part of it that went there, and its
          total stands beside it.
        </p>
      </Section>
      <Section title="Dates">
        <p>
          A date is kept as precisely as it is stated. “June 2025, day not stated” may be any day of that month. A filter by
          date divides events into those that certainly lie in it, those that possibly do, and those without a date, which are
          said beside the result. A chart by month draws only what is dated to the month and says how much is not.
        </p>
      </Section>
      <Section title="Releases and sanctions">
        <p>
          A link between a release and a sanctions action is a statement of a source, in that source’s own word: that they
          coincide, were announced together, were described as an exchange, or that a link is denied. The register never says
          that one caused the other.
        </p>
      </Section>
      <Section title="Names, and people who are not named">
        <p>
          Names are shown as sources write them, in each script. Where naming a person could harm them, their name is not in
          the public files at all; they are counted all the same.
        </p>
      </Section>
      <Section title="Editions">
        <p>
          These pages show a numbered edition of the register. A link with <code>?edition=</code> and its number shows that
          edition later on, unless something in it had to be withheld to protect someone: it then becomes a revision, such as
          17.1.
        </p>
      </Section>
    </div>
  </>
)
