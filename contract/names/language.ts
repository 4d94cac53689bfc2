import { repairHomoglyphs } from './homoglyphs.ts'

export type EastSlavicLanguage = 'be' | 'ru' | 'uk'

const SCRIPTS = [
  ['Latn', /\p{Script=Latin}/gu],
  ['Cyrl', /\p{Script=Cyrillic}/gu],
  ['Arab', /\p{Script=Arabic}/gu],
  ['Armn', /\p{Script=Armenian}/gu],
  ['Deva', /\p{Script=Devanagari}/gu],
  ['Geor', /\p{Script=Georgian}/gu],
  ['Grek', /\p{Script=Greek}/gu],
  ['Hang', /\p{Script=Hangul}/gu],
  ['Hani', /\p{Script=Han}/gu],
  ['Hebr', /\p{Script=Hebrew}/gu],
  ['Hira', /\p{Script=Hiragana}/gu],
  ['Kana', /\p{Script=Katakana}/gu],
  ['Thai', /\p{Script=Thai}/gu],
] as const

export type ScriptCode = (typeof SCRIPTS)[number][0] | 'Zyyy'

/**
 * The ISO 15924 code of the script that most letters are in, homoglyphs repaired first (so
 * `Iван` with a Latin I is `Cyrl`). `Zyyy` where no letter is of a script named here.
 */
export const scriptOf = (text: string): ScriptCode => {
  const repaired = repairHomoglyphs(text)
  let best: ScriptCode = 'Zyyy'
  let most = 0
  for (const [code, letters] of SCRIPTS) {
    const count = repaired.match(letters)?.length ?? 0
    if (count > most) [best, most] = [code, count]
  }
  return best
}

/**
 * Letters and endings that a language's spelling does not have. The alphabets are those of the
 * three standard orthographies; `-ский` without a soft sign is not Ukrainian (`-ський`).
 */
const NEVER_IN: Readonly<Record<EastSlavicLanguage, RegExp>> = {
  be: /[ищъїєґ]/u,
  ru: /[ўіїєґ]/u,
  uk: /[ыэёъў]|[сц]ки[йх]/u,
}
const NOT_EAST_SLAVIC = /[ђѓѕјљњћќџұқғәңөүһ]/u

/**
 * The East-Slavic languages in whose spelling a Cyrillic text can be, by its letters alone:
 * `Бяляцкі` → be, uk (both have і); `Беляцкий` → ru; `Бондар` → be, ru, uk. Empty where the
 * text has no Cyrillic or has letters of none of the three.
 */
export const eastSlavicLanguagesOf = (text: string): readonly EastSlavicLanguage[] => {
  const lower = repairHomoglyphs(text).toLowerCase()
  if (!/\p{Script=Cyrillic}/u.test(lower) || NOT_EAST_SLAVIC.test(lower)) return []
  return (['be', 'ru', 'uk'] as const).filter((language) => !NEVER_IN[language].test(lower))
}
