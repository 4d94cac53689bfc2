import type { Name } from '../detainee.ts'
import type { Random } from './random.ts'

/*
 * Names made of invented syllables, each with its spelling in Latin and in Cyrillic letters. No
 * list of real names was used; a made name that resembles a real one does so by chance.
 */

type Spelling = readonly [latin: string, cyrillic: string]

const pairs = (text: string): readonly Spelling[] =>
  text.split(' ').map((pair) => {
    const [latin = '', cyrillic = ''] = pair.split('=')
    return [latin, cyrillic]
  })

const givenBeginnings = pairs(
  'Velm=Вельм Ostr=Остр Tazm=Тазм Zelb=Зелб Krenv=Кренв Ilmv=Ильмв Dovn=Довн Pasht=Пашт Rumb=Румб Savd=Савд Yarzh=Ярж Umbr=Умбр Beld=Белд Grom=Гром Hesk=Хеск Lovd=Ловд Midr=Мидр Nolk=Нолк Porv=Порв Tulm=Тулм',
)
const givenEndings = pairs(
  'ana=ана eka=ека ido=идо uma=ума ary=ары olen=олен isk=иск etra=етра uvin=увин ador=адор emil=эмил yshka=ышка oza=оза iber=ибер',
)
const familyBeginnings = pairs(
  'Drovk=Дровк Kaltr=Калтр Zhumb=Жумб Prekl=Прекл Volmsh=Волмш Tserv=Церв Grundl=Грундл Haskr=Хаскр Mylkv=Мылкв Oshkl=Ошкл Plyavd=Плявд Rusmb=Русмб Skorbl=Скорбл Tulzh=Тулж Yadvr=Ядвр Zelkm=Зелкм Vrotsk=Вроцк Kumbr=Кумбр Nezhd=Нежд Birkv=Биркв Chudm=Чудм Fasml=Фасмл Lekhsh=Лехш Dumbr=Думбр',
)
const middles = pairs('a=а e=е o=о u=у i=и y=ы')
const familyEndings = pairs(
  'lesk=леск dranets=дранец gorn=горн shalo=шало tunka=тунка bredo=бредо vinar=винар nosh=нош makro=макро zhilo=жило stupa=ступа rebny=ребны khot=хот dylets=дылец pravo=право sogun=согун',
)

/** Syllables kept for people whose name is not public, so that nobody public shares a name with them. */
const guardedBeginnings = pairs('Xanthrop=Ксантроп Phlogist=Флогист')
const guardedSyllables = pairs('bim=бим dof=доф guk=гук lep=леп mox=мокс nyv=ныв riz=риз sav=сав tud=туд zef=зеф')

const join = (...parts: readonly Spelling[]): Spelling => [
  parts.map(([latin]) => latin).join(''),
  parts.map(([, cyrillic]) => cyrillic).join(''),
]
const words = (...parts: readonly Spelling[]): Spelling => [
  parts.map(([latin]) => latin).join(' '),
  parts.map(([, cyrillic]) => cyrillic).join(' '),
]

/** A name of two words, in both scripts. */
export const inventName = (random: Random): Spelling =>
  words(
    join(random.pick(givenBeginnings), random.pick(givenEndings)),
    join(random.pick(familyBeginnings), random.pick(middles), random.pick(familyEndings)),
  )

/** A name that no other number has, and nobody made by `inventName`. */
export const inventGuardedName = (number: number): Spelling => {
  const syllables = [...String(number)].map((digit) => guardedSyllables[Number(digit)] ?? (['', ''] as const))
  const capitalised = ([latin, cyrillic]: Spelling): Spelling => [
    latin.charAt(0).toUpperCase() + latin.slice(1),
    cyrillic.charAt(0).toUpperCase() + cyrillic.slice(1),
  ]
  const [first, second] = guardedBeginnings
  if (first === undefined || second === undefined) throw new RangeError('There are no guarded syllables.')
  return words(join(first, ...syllables), capitalised(join(second, ...syllables)))
}

type Shown = Pick<Name, 'text' | 'lang' | 'script' | 'kind'>

// A language kept for private use (ISO 639-2 qaa), like the country.
const latin = (text: string, kind: Name['kind']): Shown => ({ text, lang: 'qaa-Latn', script: 'Latn', kind })
const cyrillic = (text: string, kind: Name['kind']): Shown => ({ text, lang: 'qaa-Cyrl', script: 'Cyrl', kind })

const doubled = (text: string): string => text.replace(/[lmnr]/, (letter) => letter + letter)
const turned = (text: string): string => text.split(' ').toReversed().join(' ')

/** The names on one person's record: in one script or both, with other forms of every kind in turn. */
export const nameForms = ([inLatin, inCyrillic]: Spelling, turn: number): readonly Shown[] => {
  const primary =
    turn % 7 === 5
      ? [latin(inLatin, 'primary')]
      : turn % 7 === 6
        ? [cyrillic(inCyrillic, 'primary')]
        : [latin(inLatin, 'primary'), cyrillic(inCyrillic, 'primary')]
  const more = [
    ...(turn % 5 === 1 ? [latin(inLatin.replaceAll('v', 'w').replaceAll('k', 'c'), 'romanised')] : []),
    ...(turn % 9 === 2 ? [latin(doubled(inLatin), 'misspelt')] : []),
    ...(turn % 11 === 3 ? [cyrillic(turned(inCyrillic), 'also_known_as')] : []),
    ...(turn % 13 === 4 ? [latin(`${inLatin}-Zhur`, 'former')] : []),
  ]
  const seen = new Set(primary.map(({ text }) => text))
  return [...primary, ...more.filter(({ text }) => !seen.has(text) && seen.add(text))]
}
