/** A page as the server draws it ahead: what stands in its `#root`, and the answers it was drawn from, by their address. */
export type DrawnPage = { readonly html: string; readonly answers: readonly (readonly [address: string, answer: unknown])[] }

/** Draws the page at an address; `ask` answers a read of the API. Throws where an answer or the drawing fails. */
export type DrawPage = (address: string, ask: (address: string) => Promise<unknown>) => Promise<DrawnPage>

/** The element whose text is `DrawnPage.answers`, as JSON. */
export const answersId = 'answers'
