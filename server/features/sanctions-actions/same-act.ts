import { type RawBuilder, sql } from 'kysely'

/*
 * Records that refer to one another, over any number of steps and either way, are of one
 * act. UNION keeps each pair once, so that records which refer in a circle come to an end.
 */

/** For each id of `ids` (a select), every id of the same act: the rows of a table (id, member). */
export const sameAct = (ids: RawBuilder<unknown>): RawBuilder<unknown> => sql`(
  WITH RECURSIVE same_act (id, member) AS (
    SELECT picked.id, picked.id FROM (${ids}) AS picked
    UNION
    SELECT same_act.id, other.id FROM same_act
      JOIN sanctions_action AS one ON one.id = same_act.member
      JOIN sanctions_action AS other ON other.id = one.refers_to OR other.refers_to = one.id)
  SELECT id, member FROM same_act)`
