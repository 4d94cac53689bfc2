import { joinList } from '#contract/common.ts'
import { listIn, type SearchText } from '#client/lib/search-params.ts'

type Keyed = { readonly key: string }

/** The columns a table shows, in its own order. The first names the row and is always there. */
export const chosenColumns = <Column extends Keyed>(
  all: readonly Column[],
  chosen: readonly string[] | undefined,
  defaults: readonly string[],
): Column[] => all.filter(({ key }, index) => index === 0 || (chosen ?? defaults).includes(key))

/** The `columns` of the address with one column put in or taken out; undefined where they are those shown anyway. */
export const toggledColumns = (
  all: readonly Keyed[],
  shown: readonly Keyed[],
  key: string,
  defaults: readonly string[],
): string | undefined => {
  const isShown = (name: string) => shown.some((column) => column.key === name)
  const next = all.map((column) => column.key).filter((name, index) => index === 0 || isShown(name) !== (name === key))
  const isDefault = next.slice(1).join() === all.map((column) => column.key).filter((name, index) => index > 0 && defaults.includes(name)).join()
  return isDefault ? undefined : joinList(next.length === 1 ? next : next.slice(1))
}

/** A page's search without its columns, which the API knows nothing of; the place in the list is kept. */
export const withoutColumns = (kept: SearchText): SearchText =>
  listIn(kept, 'columns').length === 0
    ? kept
    : Object.fromEntries(Object.entries(kept).filter(([name]) => name !== 'columns'))
