/*
 * What people are sorted and listed by, as SQL over a row of `detainee`: said once for the lists and
 * for the columns that an edition keeps of them.
 */

/** The name a person is listed under, the same one as `findPrimaryNames`: folded, or what else is asked of it. */
export const listedNameSql = (detaineeId: string, as = 'called.folded'): string => `(
  SELECT ${as} FROM detainee_name AS called WHERE called.detainee_id = ${detaineeId}
  ORDER BY called.kind <> 'primary', called.script <> 'Latn', called.id LIMIT 1)`

const personOrMerged = `(held.detainee_id = detainee.id
  OR held.detainee_id IN (SELECT merged.id FROM detainee AS merged WHERE merged.merged_into = detainee.id))`

/** `released`: the first day of the latest release, whichever sources speak of it. */
export const peopleKeys = {
  name: listedNameSql('detainee.id'),
  surname: listedNameSql('detainee.id', 'surname_first(called.folded)'),
  /** The first day of the earliest arrest, those of whoever was merged into the person too: of the arrest that `findArrests` gives. */
  arrested: `(SELECT MIN(held.arrest_earliest) FROM detention AS held WHERE ${personOrMerged})`,
  released: `(SELECT MAX(event.date_earliest) FROM release_named AS released
    JOIN release_event AS event ON event.id = released.release_event_id
    WHERE released.detainee_id = detainee.id AND released.source_id = 0)`,
  id: 'detainee.id',
} as const
export type PeopleKey = keyof typeof peopleKeys

/** 'no' where the name is withheld or none is on record. */
export const namedSql = `CASE
  WHEN detainee.visibility = 'name_withheld' THEN 'no'
  WHEN EXISTS (SELECT 1 FROM detainee_name AS called WHERE called.detainee_id = detainee.id) THEN 'yes'
  ELSE 'no' END`

/** Whether neither an arrest nor a release of the person has any date. */
export const undatedSql = `(
  NOT EXISTS (SELECT 1 FROM detention AS held WHERE ${personOrMerged}
    AND NOT (held.arrest_earliest IS NULL AND held.arrest_latest IS NULL))
  AND NOT EXISTS (SELECT 1 FROM release_named AS released JOIN release_event AS event ON event.id = released.release_event_id
    WHERE released.detainee_id = detainee.id AND released.source_id = 0
      AND NOT (event.date_earliest IS NULL AND event.date_latest IS NULL)))`
