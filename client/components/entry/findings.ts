import type { FieldProblem } from '#client/components/forms/error-summary.tsx'

export type Place = { readonly id: string; readonly label: string }

/** How the page of one kind of form is laid out. */
export type PageOfForm = {
  /** Its parts from its top to its end, between the sources and the reason. */
  readonly order: readonly string[]
  /** The fields of the record itself, by their path in the body. */
  readonly places: Readonly<Record<string, Place>>
  /** What a row's field is called in the summary of problems; null for what is no field of its own. */
  readonly fieldLabel: (field: string) => string | null
}

/** Where each value of a write body stands on the page, and what the form itself found wrong with it. */
export class Findings {
  /** By path in the body: `counts.0.best`. */
  readonly problems = new Map<string, string>()
  private readonly rows = new Map<string, Place & { readonly fieldLabel: PageOfForm['fieldLabel'] }>()
  private readonly page: PageOfForm

  constructor(page: PageOfForm) {
    this.page = page
  }

  refuse(path: string, message: string): void {
    if (!this.problems.has(path)) this.problems.set(path, message)
  }

  /** Says which row of the page a row of the body was made of. */
  row(
    path: string,
    uid: string,
    label: string,
    evidence: readonly { readonly uid: string }[],
    fieldLabel: PageOfForm['fieldLabel'] = this.page.fieldLabel,
  ): void {
    this.rows.set(path, { id: uid, label, fieldLabel })
    this.evidence(`${path}.evidence`, label, evidence)
  }

  evidence(path: string, label: string, evidence: readonly { readonly uid: string }[]): void {
    evidence.forEach(({ uid }, index) => this.rows.set(`${path}.${index}`, { id: uid, label, fieldLabel: this.page.fieldLabel }))
  }

  /** The field of a path, or null where the page has none. A row's own faults belong to the row. */
  place(path: string): Place | null {
    const own = sharedPlaces[path] ?? this.page.places[path]
    if (own !== undefined) return own
    const at = path.lastIndexOf('.')
    const row = this.rows.get(path.slice(0, at))
    const field = path.slice(at + 1)
    if (row === undefined) return ownPlace(this.rows.get(path))
    const name = row.fieldLabel(field)
    return name === null ? { id: row.id, label: row.label } : { id: `${row.id}-${field}`, label: `${row.label}: ${name}` }
  }

  /** Problems by path as problems of the page's fields, in the form's order; those without a field go to `rest`. */
  onPage(problems: Iterable<readonly [path: string, message: string]>): { fields: FieldProblem[]; rest: string[] } {
    const fields = new Map<string, FieldProblem>()
    const rest: string[] = []
    for (const [path, message] of [...problems].toSorted(([a], [b]) => this.rankOf(a) - this.rankOf(b))) {
      const place = this.place(path)
      if (place === null) rest.push(`${path}: ${message}`)
      else if (!fields.has(place.id)) fields.set(place.id, { ...place, message })
    }
    return { fields: [...fields.values()], rest }
  }

  /** Where a path stands in the form: its part, then its row; a box that looks for records follows the rows it adds to. */
  private rankOf(path: string): number {
    const order = ['sources', ...this.page.order, 'changeKind', 'reason']
    const [first = '', second = ''] = path.split('.')
    const isOfPart = first !== 'evidence' && first !== 'finders'
    const part = order.indexOf(isOfPart ? first : second)
    const row = first === 'finders' ? 9999 : isOfPart ? Number(second) || 0 : 0
    return (part === -1 ? order.length : part) * 10_000 + row
  }
}

const ownPlace = (row: Place | undefined): Place | null => (row === undefined ? null : { id: row.id, label: row.label })

const sharedPlaces: Readonly<Record<string, Place>> = {
  sources: { id: 'find-sources', label: 'Source' },
  reason: { id: 'entry-reason', label: 'Reason for this change' },
  changeKind: { id: 'entry-kind', label: 'Kind of change' },
  'finders.sources': { id: 'find-sources', label: 'Source' },
}
