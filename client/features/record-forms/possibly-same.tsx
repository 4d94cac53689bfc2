import { Link } from '@tanstack/react-router'
import { countryOf } from '#client/components/entry/country-of.ts'
import { useForm } from '#client/components/entry/form-context.ts'
import { isSex } from '#client/components/entry/is-sex.ts'
import { SameOrDifferent } from '#client/components/entry/same-or-different.tsx'
import { buttonClass } from '#client/components/forms/button.tsx'
import type { RecordDraft } from './record-draft.ts'

const typedIn = ({ values, lists }: RecordDraft) => {
  const [detention] = lists['detentions'] ?? []
  return {
    name: (lists['names'] ?? []).map((row) => (row.values['text'] ?? '').trim()).find((name) => name !== '') ?? '',
    birth: (values['birth'] ?? '').trim(),
    sex: values['sex'] ?? '',
    arrest: (detention?.values['arrest'] ?? '').trim(),
    country: countryOf(detention?.values['country'] ?? '') ?? '',
  }
}

/** People of the register who may be the one that is typed: "same" leads to their record, "different" asks why and is kept. */
export const PossiblySame = ({ draft, of }: { draft: RecordDraft; of: number | null }) => {
  const { change } = useForm<RecordDraft>()
  const { name, birth, sex, arrest, country } = typedIn(draft)
  return (
    <SameOrDifferent
      query={{
        name: name.slice(0, 200),
        limit: 5,
        ...(birth === '' ? {} : { birth: birth.slice(0, 200) }),
        ...(arrest === '' ? {} : { arrest: arrest.slice(0, 200) }),
        ...(country === '' ? {} : { country }),
        ...(isSex(sex) ? { sex } : {}),
        ...(of === null ? {} : { of }),
      }}
      differentFrom={draft.differentFrom ?? []}
      same={({ person: { ref } }) =>
        of === null ? (
          <Link to="/detainees/$id/correct" params={{ id: ref }} className={buttonClass('normal', true)}>
            Same person: open the form of {ref}
          </Link>
        ) : (
          <Link to="/detainees/$id/merge/$other" params={{ id: `D-${of}`, other: ref }} className={buttonClass('normal', true)}>
            Same person: compare with {ref}
          </Link>
        )
      }
      onDifferent={(differentFrom) => change((now) => ({ ...now, differentFrom }))}
    />
  )
}
