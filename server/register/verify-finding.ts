/** One thing that is not as history recorded it. It names no person: only numbers. */
export type Finding = {
  readonly what: 'integrity' | 'schema' | 'altered' | 'deleted' | 'inserted' | 'chain' | 'record' | 'head' | 'edition'
  readonly message: string
}
