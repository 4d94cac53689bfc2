/** `{ "data": [ … ] }`, one row a line. */
export async function* jsonOf(chunks: AsyncIterable<readonly unknown[]>): AsyncGenerator<string, void, undefined> {
  yield '{"data":['
  let separator = ''
  for await (const rows of chunks) {
    if (rows.length === 0) continue
    yield `${separator}\n${rows.map((row) => JSON.stringify(row)).join(',\n')}`
    separator = ','
  }
  yield ']}\n'
}
