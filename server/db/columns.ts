/*
 * Columns of numbers that an edition keeps beside its tables, and a process reads into memory: place
 * `n` of each is the same record. Numbers are little-endian, as on every machine Node runs on today.
 */

/** One value for each record: the place of it in `words`. */
export type SingleColumn = { readonly words: readonly (string | null)[]; readonly codes: Uint16Array }

/** Any number of values for each record: those of record `n` are `codes` from `starts[n]` to before `starts[n + 1]`. */
export type MultipleColumn = SingleColumn & { readonly starts: Uint32Array }

/** The bytes of a blob, standing so that numbers of any size can be read from them; where they stand so, the same ones. */
export const bytesOf = (blob: Buffer): ArrayBuffer =>
  blob.buffer instanceof ArrayBuffer && blob.byteLength === blob.buffer.byteLength ? blob.buffer : new Uint8Array(blob).buffer

export const wordsOf = (text: string | null): (string | null)[] => JSON.parse(text ?? '[]') as (string | null)[]
