declare module 'edtf' {
  /** Days are milliseconds since 1970 in UTC; ±Infinity = open, null = unknown. Throws on what it cannot read. */
  export default function edtf(text: string): { min: number | null; max: number | null }
}
