import type { StatedDate } from '#contract/dates/stated-date.ts'

type DateColumns<Name extends string> = {
  readonly [Column in `${Name}_edtf` | `${Name}_earliest` | `${Name}_latest`]: string | null
} & { readonly [Column in `${Name}_basis`]: StatedDate['basis'] }

/** The four columns of the date called `name`. */
export const dateColumns = <Name extends string>(name: Name, date: StatedDate): DateColumns<Name> =>
  ({
    [`${name}_edtf`]: date.edtf,
    [`${name}_earliest`]: date.earliest,
    [`${name}_latest`]: date.latest,
    [`${name}_basis`]: date.basis,
  }) as DateColumns<Name>
