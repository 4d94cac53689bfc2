import { mergeList, same } from '#client/components/entry/merge-list.ts'
import type { RowShape } from '#contract/record-shape.ts'
import type { EvidenceWrite } from '#contract/source-write.ts'
import { type BodyRow, type RecordBody, evidenceIn, rowsIn, sourcesIn } from './draft-from-body.ts'

const newEvidence = (item: EvidenceWrite): EvidenceWrite => ({ ...item, id: null })

const mergeEvidence = (base: readonly EvidenceWrite[] | null, theirs: readonly EvidenceWrite[], mine: readonly EvidenceWrite[]) =>
  mergeList(base, theirs, mine, { both: (_before, _now, own) => own, anew: newEvidence })

/** A row as if it were typed anew, with all that is within it. */
const rowAnew =
  (shape: RowShape) =>
  (row: BodyRow): BodyRow => ({
    ...row,
    id: null,
    evidence: row.evidence.map(newEvidence),
    ...Object.fromEntries(shape.parts.map((part) => [part.name, rowsIn(row, part).map(rowAnew(part))])),
  })

const mergeFields = ({ fields }: RowShape, base: RecordBody | null, theirs: RecordBody, mine: RecordBody): RecordBody =>
  Object.fromEntries(fields.map(({ name }) => [name, base !== null && same(base[name], mine[name]) ? theirs[name] : mine[name]]))

const mergeParts = (shape: RowShape, base: RecordBody | null, theirs: RecordBody, mine: RecordBody): RecordBody =>
  Object.fromEntries(
    shape.parts.map((part) => [
      part.name,
      mergeList(base === null ? null : rowsIn(base, part), rowsIn(theirs, part), rowsIn(mine, part), { both: mergeRow(part), anew: rowAnew(part) }),
    ]),
  )

const mergeRow =
  (shape: RowShape) =>
  (base: BodyRow | null, theirs: BodyRow, mine: BodyRow): BodyRow => ({
    id: mine.id,
    ...mergeFields(shape, base, theirs, mine),
    evidence: mergeEvidence(base?.evidence ?? null, theirs.evidence, mine.evidence),
    ...mergeParts(shape, base, theirs, mine),
  })

/**
 * My changes put on the present version of a record. `base` is what I began from; where it is not
 * known, each value that differs counts as mine and each row only they have as theirs.
 */
export const mergeRecords =
  (shape: RowShape) =>
  (base: RecordBody | null, theirs: RecordBody, mine: RecordBody): RecordBody => {
    const own = sourcesIn(mine)
    return {
      ...mergeFields(shape, base, theirs, mine),
      ...mergeParts(shape, base, theirs, mine),
      ...(mine['differentFrom'] === undefined ? {} : { differentFrom: mine['differentFrom'] }),
      ...(shape.supported.length === 0
        ? {}
        : {
            sources: [...own, ...sourcesIn(theirs).filter(({ key }) => !own.some((source) => source.key === key))],
            evidence: Object.fromEntries(
              shape.supported.map((field) => [
                field,
                mergeEvidence(base === null ? null : evidenceIn(base, field), evidenceIn(theirs, field), evidenceIn(mine, field)),
              ]),
            ),
          }),
    }
  }
