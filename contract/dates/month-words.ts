import { folded } from './date-tokens.ts'

/** Month names people type: English, Belarusian, Russian, Ukrainian and Polish; nominative, genitive, locative, short. */
const WORDS: readonly string[] = [
  'january jan студзень студзеня студзені студз январь января январе янв січень січня січні січ styczeń stycznia styczniu sty',
  'february feb люты лютага лютым лют февраль февраля феврале фев февр лютий лютого лютому luty lutego lutym lut',
  'march mar сакавік сакавіка сакавіку сак март марта марте мар березень березня березні бер marzec marca marcu',
  'april apr красавік красавіка красавіку крас апрель апреля апреле апр квітень квітня квітні квіт kwiecień kwietnia kwietniu kwi',
  'may май мая маі травень траўня траўні мае травня травні трав maj maja maju',
  'june jun чэрвень чэрвеня чэрвені чэрв июнь июня июне июн червень червня червні черв czerwiec czerwca czerwcu cze',
  'july jul ліпень ліпеня ліпені ліп июль июля июле июл липень липня липні лип lipiec lipca lipcu lip',
  'august aug жнівень жніўня жніўні жнів август августа августе авг серпень серпня серпні серп sierpień sierpnia sierpniu sie',
  'september sep sept верасень верасня верасні вер сентябрь сентября сентябре сен сент вересень вересня вересні wrzesień września wrześniu wrz',
  'october oct кастрычнік кастрычніка кастрычніку кастр октябрь октября октябре окт жовтень жовтня жовтні жовт październik października październiku paź',
  'november nov лістапад лістапада лістападзе ліст ноябрь ноября ноябре ноя нояб листопад листопада листопаді лист listopad listopada listopadzie lis',
  'december dec снежань снежня снежні снеж сьнежань сьнежня декабрь декабря декабре дек грудень грудня грудні груд grudzień grudnia grudniu gru',
]

const MONTH_OF = new Map(WORDS.flatMap((words, index) => words.split(' ').map((word) => [folded(word), index + 1] as const)))

/** The month (1 to 12) a folded word names, or null. */
export function monthOf(key: string): number | null {
  return MONTH_OF.get(key) ?? null
}

export type Season = 'spring' | 'summer' | 'autumn' | 'winter'

const SEASON_WORDS: Record<Season, string> = {
  spring: 'spring вясна вясны вясной увесну весна весны весной весни навесні wiosna wiosny wiosną',
  summer: 'summer лета летам улетку лето летом літо літа влітку lato lata latem',
  autumn: 'autumn fall восень восені восенню увосень осень осени осенью осінь осені восени jesień jesieni jesienią',
  winter: 'winter зіма зімы зімой узімку зима зимы зимой зими взимку zima zimy zimą',
}

const SEASON_OF = new Map(
  (['spring', 'summer', 'autumn', 'winter'] as const).flatMap((season) => SEASON_WORDS[season].split(' ').map((word) => [folded(word), season] as const)),
)

/** The season a folded word names, or null. */
export function seasonOf(key: string): Season | null {
  return SEASON_OF.get(key) ?? null
}
