import { z } from './zod.ts'

/** ISO 3166-1 alpha-2 codes in use, with XK (Kosovo), which is user-assigned and widely used. */
const codes =
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW'

/** The country of the fictional register: a code ISO keeps for private use, so that it is never a real one. */
export const fictionalCountry = 'XV'

export const countryCodes: readonly string[] = [...codes.split(' '), fictionalCountry]

const known = new Set(countryCodes)
const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' })

/** Asking for a name again costs as much as the first time. */
const remembered = new Map<string, string>()

const nameOf = (code: string): string => {
  const name = remembered.get(code) ?? names.of(code) ?? code
  remembered.set(code, name)
  return name
}

/** English name of a country code; `not_stated` reads "Not stated". */
export const countryName = (code: string): string => {
  if (code === 'not_stated') return 'Not stated'
  if (code === fictionalCountry) return 'Velmaria (invented)'
  return known.has(code) ? nameOf(code) : code
}

export const CountryCode = z
  .string()
  .refine((code) => known.has(code), 'Give a two-letter country code (ISO 3166-1), for example LT.')
  .meta({ description: 'ISO 3166-1 alpha-2 country code', example: 'LT' })
