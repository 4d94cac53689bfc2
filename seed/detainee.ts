import type {
  endReasonLabels,
  nameKindLabels,
  sentenceKindLabels,
  sexLabels,
  statusLabels,
  visibilityLabels,
} from '#contract/codes.ts'
import type { StatedDate } from '#contract/dates/stated-date.ts'
import type { Code, Evidenced } from './evidence.ts'

/*
 * A person as a batch enters them, with everything in their record but their releases.
 */

export type Name = Evidenced<'text'> & {
  readonly text: string
  /** BCP 47; `und` where the language is not known. */
  readonly lang: string
  /** ISO 15924. */
  readonly script: string
  readonly kind: Code<typeof nameKindLabels>
}

export type Citizenship = Evidenced<'country'> & { readonly country: string }

export type Charge = Evidenced<'article' | 'codeOfLaw' | 'text'> & {
  readonly article: string
  readonly codeOfLaw: string | null
  readonly text: string | null
}

export type Sentence = Evidenced<'kind' | 'lengthText' | 'sentenced'> & {
  readonly kind: Code<typeof sentenceKindLabels>
  readonly lengthText: string | null
  readonly lengthDays: number | null
  readonly sentenced: StatedDate
}

export type Detention = Evidenced<'country' | 'arrest' | 'end' | 'endReason' | 'place' | 'authority'> & {
  readonly country: string
  readonly arrest: StatedDate
  readonly end: StatedDate
  readonly endReason: Code<typeof endReasonLabels> | null
  readonly place: string | null
  readonly authority: string | null
  readonly charges: readonly Charge[]
  readonly sentences: readonly Sentence[]
}

export type Recognition = Evidenced<'recognisedBy' | 'recognised' | 'criteria'> & {
  readonly recognisedBy: string
  readonly recognised: StatedDate
  readonly criteria: string | null
}

export type Detainee = Evidenced<'sex' | 'birth' | 'description' | 'occupation' | 'status' | 'statusAsOf'> & {
  readonly key: string
  readonly names: readonly Name[]
  readonly sex: Code<typeof sexLabels>
  readonly birth: StatedDate
  readonly citizenships: readonly Citizenship[]
  readonly description: string | null
  readonly occupation: string | null
  readonly status: Code<typeof statusLabels>
  readonly statusAsOf: StatedDate
  readonly visibility: Code<typeof visibilityLabels>
  readonly detentions: readonly Detention[]
  readonly recognitions: readonly Recognition[]
}
