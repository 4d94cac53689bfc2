import type { ReactNode } from 'react'
import { EvidenceMark } from '#client/components/values/evidence-mark.tsx'
import { TextOrNotStated } from '#client/components/values/text-or-not-stated.tsx'
import type { ShownValues } from '#client/lib/evidence-for.ts'
import type { Evidence } from '#contract/common.ts'

/**
 * A value with its sources. When one source is heard alone, a value it does not give reads "not
 * stated", whatever the others say.
 */
export const SaidValue = ({
  evidence,
  of,
  stated,
  alone,
  shown,
  children,
}: {
  evidence: readonly Evidence[]
  of: string
  stated: boolean
  /** True when one source is heard alone. */
  alone: boolean
  /** The record's own values, by field. */
  shown?: ShownValues
  children: ReactNode
}) =>
  alone && evidence.length === 0 ? (
    <TextOrNotStated>{null}</TextOrNotStated>
  ) : (
    <>
      {children}
      <EvidenceMark evidence={evidence} of={of} stated={stated} {...(shown === undefined ? {} : { shown })} />
    </>
  )
