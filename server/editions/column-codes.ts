/** Words of a column as numbers, in the order in which they come up. */
export class Codes {
  readonly #codes = new Map<string | null, number>()

  of(word: string | null): number {
    const known = this.#codes.get(word)
    if (known !== undefined) return known
    const code = this.#codes.size
    if (code > 0xffff) throw new RangeError('A column has more than 65,536 different values')
    this.#codes.set(word, code)
    return code
  }

  get words(): string {
    return JSON.stringify([...this.#codes.keys()])
  }
}

export const bufferOf = ({ buffer, byteOffset, byteLength }: NodeJS.TypedArray): Buffer => Buffer.from(buffer, byteOffset, byteLength)
