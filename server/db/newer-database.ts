/** The file was written by a newer Habeas: it is left as it is. Its message is one sentence for the person who starts. */
export class NewerDatabaseError extends Error {
  override readonly name = 'NewerDatabaseError'
}
