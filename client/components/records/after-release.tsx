import { EvidenceMark } from '#client/components/values/evidence-mark.tsx'
import { Country } from '#client/components/values/place.tsx'
import { StatedDateText } from '#client/components/values/stated-date-text.tsx'
import { evidenceFor } from '#client/lib/evidence-for.ts'
import type { AfterRelease as Afterwards } from '#contract/after-release.ts'
import type { Evidence } from '#contract/common.ts'

/** What still binds a person after a release and where they were taken from there, where a source says so. */
export const AfterRelease = ({
  release: { id, restrictions, onwardCountry, onward },
  evidence,
  of,
  alone = false,
  className,
}: {
  release: Afterwards & { readonly id: number }
  evidence: readonly Evidence[]
  /** "the release of Ada Lark" */
  of: string
  /** True when one source is heard alone: what it does not say is left out. */
  alone?: boolean
  className?: string | undefined
}) => {
  const on = (...fields: string[]) => evidenceFor(evidence, 'release_person', id, ...fields)
  const [binding, transfer] = [on('restrictions'), on('onwardCountry', 'onward')]
  return (
    <>
      {restrictions === null || (alone && binding.length === 0) ? null : (
        <p className={className}>
          Still bound after it: {restrictions}
          <EvidenceMark evidence={binding} of={`what still binds the person after ${of}`} />
        </p>
      )}
      {onwardCountry === null || (alone && transfer.length === 0) ? null : (
        <p className={className}>
          Later taken on to <Country code={onwardCountry} />, date: <StatedDateText date={onward} />. Not a new release.
          <EvidenceMark
            evidence={transfer}
            of={`the onward transfer after ${of}`}
            shown={{ onwardCountry, onward: onward.edtf }}
          />
        </p>
      )}
    </>
  )
}
