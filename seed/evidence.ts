/** One of the codes of a label table in the contract. */
export type Code<Labels> = keyof Labels & string

/** The words of a source, with their place in it (characters, end not included) where it is known. */
export type Quote = { readonly text: string; readonly start: number | null; readonly end: number | null }

/** What says a value: the source's key, the field of the record it is attached to, the value it asserts. */
export type Evidence<Field extends string> = {
  readonly source: string
  readonly field: Field
  /** null: no words are kept. */
  readonly quote: Quote | null
  readonly asserts: string | null
  readonly saidBy: string | null
}

export type Evidenced<Field extends string> = { readonly evidence: readonly Evidence<Field>[] }
