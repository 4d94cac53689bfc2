import type { RecordKind } from '#contract/proposal-kinds.ts'
import { useDoor } from '#client/lib/door.ts'

/** What may be done with a record behind this door: nothing but reading at the public one. */
export const RecordActions = (props: { record: RecordKind; id: number }) => {
  const { RecordActions: Actions } = useDoor()
  return Actions === undefined ? null : <Actions {...props} />
}
