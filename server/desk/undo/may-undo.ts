/** Kinds of changesets that are not taken back: a redaction protects someone, a migration is the program's own. */
export const neverUndone: Readonly<Record<string, string>> = {
  redaction: 'A redaction protects someone and is not undone. Enter anew what may be shown.',
  migration: 'This was made by a new version of the program and is not undone.',
  seed: 'This is what the register began with. Correct or retract single records instead.',
}

/** Whether a changeset of this kind can be taken back at all. */
export const mayUndo = (kind: string): boolean => neverUndone[kind] === undefined
