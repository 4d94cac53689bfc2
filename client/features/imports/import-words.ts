/** `A`, `Z`, `AA`: how a spreadsheet calls its columns; `index` counts from 0. */
export const columnLetters = (index: number): string =>
  (index >= 26 ? columnLetters(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26))

/** What each kind of problem is called in a list of them. */
const problemWords: Readonly<Record<string, string>> = {
  formula: 'Formulas',
  spreadsheet_error: 'Errors of the spreadsheet',
  blank_word: 'Words for an empty cell',
  unreadable: 'Characters that cannot be kept',
  homoglyphs: 'Latin and Cyrillic letters mixed in a word',
  mixed_scripts: 'Names in two scripts',
  surname_first: 'Surname first',
  given_first: 'Given name first',
  digits_in_name: 'Numbers in a name',
  one_word: 'Names of one word',
  no_name: 'Nobody is named',
  no_title: 'No title',
  no_country: 'No country',
  no_event: 'No release event',
  excel_serial: 'Numbers for days',
  month_first: 'Month first',
  date_not_understood: 'Dates not understood',
  in_future: 'Days that have not come',
  order_of_dates: 'Dates in an impossible order',
  age: 'Unlikely ages',
  status_and_end: 'Status against the end of detention',
  unknown_country: 'Unknown countries',
  unknown_code: 'Unknown words',
  not_a_number: 'Not a number',
  not_a_cell: 'Not a country with a number',
  more_than_total: 'More than the total',
  refused_and_taken: 'Refused, with a destination',
  too_long: 'Too long',
  may_be_known: 'May be in the register',
  same_person_twice: 'May be in the file twice',
  namesake: 'Two people of one name',
  event_known: 'Releases that may be there',
  unknown_event: 'Unknown release events',
  twice_in_event: 'Twice in one event',
  unknown_row: 'Rows that are not there',
}

export const wordsOfProblem = (code: string): string => problemWords[code] ?? code.replaceAll('_', ' ')
