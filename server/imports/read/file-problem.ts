/** A file that cannot be read. Its message says where and what to do, for whoever sent the file. */
export class FileProblem extends Error {
  override readonly name = 'FileProblem'
}
