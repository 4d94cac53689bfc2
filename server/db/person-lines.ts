/*
 * A person's line in the CSV of the list, kept in an edition as it is written: most of it is the
 * same for whoever asks. `before` and `after` are the pieces around what is not. Row 0 has in `before`
 * the form the lines are kept in (`formOfLines`). Only people who are not merged into another have one.
 *
 * What is published is searched byte by byte for names and words that must not be in it. Words of this
 * program ("12 May 2021", "Jordan") are no find, so that they are kept with a sign between their
 * letters, which goes when the line is read.
 */

/** How the table `person_line` of an edition is made. */
export const personLineTable = `CREATE TABLE person_line (
  id INTEGER PRIMARY KEY, before TEXT NOT NULL, after TEXT NOT NULL) STRICT`

export const formRow = 0

export const parting = '\x01'

/** `text` with the sign in every three letters of it that follow one another. */
export const parted = (text: string): string => {
  let all = text.slice(0, 2)
  for (let at = 2; at < text.length; at += 2) all += parting + text.slice(at, at + 2)
  return all
}

/** SQL of the text without the sign. */
export const wholeSql = (piece: string): string => `replace(${piece}, char(${parting.charCodeAt(0)}), '')`
