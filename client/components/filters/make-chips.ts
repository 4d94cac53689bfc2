import { type SearchText, changed, listIn, toggled } from '#client/lib/search-params.ts'
import type { Chip } from './chips.tsx'

/** How one parameter of a filter is named in a chip. */
export type ChipRule = {
  readonly name: string
  readonly label: (value: string) => string
  /** True where the parameter is a list: one chip for each value. */
  readonly list?: boolean
}

/** A chip for each chosen value, in the order of the rules. */
export const makeChips = (kept: SearchText, rules: readonly ChipRule[]): Chip[] =>
  rules.flatMap(({ name, label, list = false }) =>
    (list ? listIn(kept, name) : [kept[name] ?? ''])
      .filter((value) => value !== '')
      .map((value) => ({
        key: `${name}:${value}`,
        label: label(value),
        without: list ? toggled(kept, name, value) : changed(kept, { [name]: undefined }),
      })),
  )

/** The search without any of the rules' parameters; what a page keeps beside its filter stays. */
export const withoutFilter = (kept: SearchText, rules: readonly ChipRule[]): SearchText =>
  changed(kept, Object.fromEntries(rules.map(({ name }) => [name, undefined])))
