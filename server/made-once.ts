/** What is made when it is first asked for, and kept: a start does without it. */
export const madeOnce = <Made>(make: () => Made): (() => Made) => {
  let kept: { readonly made: Made } | undefined
  return () => {
    kept ??= { made: make() }
    return kept.made
  }
}
