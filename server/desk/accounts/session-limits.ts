/** How long a session lasts, in seconds: from sign-in, and without a request. */
export const sessionSeconds = { whole: 12 * 60 * 60, idle: 30 * 60 } as const

/** A session in use is marked so at most this often, in seconds: a page asks many things at once. */
export const markEverySeconds = 60
