import { formatNumber } from '#contract/charts/format-count.ts'
import { placeWords } from '#contract/charts/place-words.ts'
import { dimensionLabels, qualifierLabels, sexLabels } from '#contract/codes.ts'
import { countryName } from '#contract/countries.ts'
import type { Claim } from '#contract/release-events.ts'

/** A claim's number as it was made: "123", "at least 52", "between 100 and 120", "about 30 (25 to 35)". */
export const claimNumber = ({ best, lowest, highest, qualifier }: Claim): string => {
  const number = formatNumber(best)
  if (qualifier === 'exact') return number
  if (qualifier === 'range') return `between ${formatNumber(lowest ?? best)} and ${formatNumber(highest ?? best)}`
  const band =
    qualifier === 'about' && lowest !== null && highest !== null && (lowest !== best || highest !== best)
      ? ` (${formatNumber(lowest)} to ${formatNumber(highest)})`
      : ''
  return `${qualifierLabels[qualifier]} ${number}${band}`
}

/** What a claim counts: "Everyone", "Lithuania", "Citizens of Ukraine". */
export const claimSubject = ({ dimension, cell }: Claim, releasedIn: string): string => {
  if (dimension === 'total') return 'Everyone released'
  if (dimension === 'destination') return cell === releasedIn ? placeWords(cell, releasedIn) : `Taken to ${countryName(cell)}`
  if (dimension === 'nationality') return `Nationality: ${countryName(cell)}`
  if (dimension === 'sex') return `Sex: ${(sexLabels as Readonly<Record<string, string>>)[cell] ?? cell}`
  return `${dimensionLabels[dimension]}: ${cell}`
}
