/**
 * Some acts ask for the password again. Whoever asks the server does not know how a page asks the
 * person: the desk says so here, and the public pages never do. True once it was given.
 */
export const freshSignIn: { ask: (refusal: unknown) => Promise<boolean> } = { ask: () => Promise.resolve(false) }
