/*
 * A list of invented people in the shape of real ones, with twenty faults planted in it. Nobody in
 * it exists; the country is Velmaria.
 */

const lines = [
  ['Спіс зняволеных (выдуманы)'],
  ['Прозвішча і імя', 'Дата нараджэння', 'Пол', 'Грамадзянства', 'Дата затрымання', 'Дата вызвалення', 'Калонія', 'Артыкул КК', 'Статус', 'Прафесія'],
  // Dates in four styles that can be read are no fault.
  ['Алесь Выдуманы', '21.6.1980', 'м', 'Velmaria', '1 сакавіка 2021', '', 'Калонія ў Астрэле', '361-1; 342', 'у калоніі', 'настаўнік'],
  ['Марыя Неіснуючая', '1982-03-14', 'ж', 'Velmaria', 'June 2021', '', 'Калонія ў Драўне', '342', 'serving', 'урач'],
  ['Марта Прыдуманая', 'каля 1990', 'ж', 'XV', '5/4/2022', '3 ліпеня 2023', '-', '369', 'вызваленая', 'n/a'],
  // 7: mixed scripts in one word; 8: the same, and a number a spreadsheet keeps for a day.
  ['Тaццяна Небывалая', '1.1.1991', 'ж', 'Velmaria', '12.9.2021', '', 'Калонія ў Астрэле', '130', 'у калоніі', ''],
  ['Зміцер Уяўны', '2.2.1985', 'м', 'Velmaria', '44256', '', 'Калонiя ў Тульме', '342', 'у калоніі', ''],
  // 9: surname first; a month that is a day.
  ['Фальшывы Пётр Іванавіч', '3.3.1975', 'м', 'Velmaria', '06/21/2021', '', 'Астрэл', '342', 'у калоніі', ''],
  // 10: FALSE for blank; a year without its century.
  ['Вольга Казачная', '4.4.1979', 'ж', 'Velmaria', '7.7.21', '', 'Драўна', 'FALSE', 'у калоніі', ''],
  // 11: the same person as in row 4.
  ['Неіснуючая Марыя', '14.3.1982', 'ж', 'Velmaria', '', '', '', '', '', ''],
  // 12: another person with the name of row 3.
  ['Алесь Выдуманы', '9.9.1955', 'м', 'Velmaria', '8.8.2021', '', 'Астрэл', '342', 'у калоніі', ''],
  // 13: an unknown country; a day that does not exist.
  ['Кастусь Мройны', '31.2.1988', 'м', 'Атлантыда', '9.1.2022', '', 'Тульма', '342', 'у калоніі', ''],
  // 14: released before arrest; an unknown status.
  ['Ганна Летуценная', '6.6.1993', 'ж', 'Velmaria', '10.10.2022', '1.5.2021', 'Тульма', '342', 'сядзіць', ''],
  // 15: a formula; a spreadsheet's error.
  ['Рыгор Несапраўдны', '7.7.1970', 'м', 'Velmaria', '11.11.2021', '', '=CONCATENATE(A1;B1)', '#REF!', 'у калоніі', ''],
  // 16: nobody is named; 17: a day that has not come; 18: arrested before birth, a word for no sex.
  ['', '8.8.1981', 'м', 'Velmaria', '12.12.2021', '', 'Астрэл', '342', 'у калоніі', ''],
  ['Яніна Ілюзорная', '9.9.1984', 'ж', 'Velmaria', '1.1.2061', '', 'Астрэл', '342', 'у калоніі', ''],
  ['Антось Хімерны', '10.10.2021', 'невядомы пол', 'Velmaria', '5.5.2020', '', 'Астрэл', '342', 'у калоніі', ''],
]

export const messyList = lines.map((cells) => cells.map((cell) => (/[;"\n]/u.test(cell) ? `"${cell}"` : cell)).join(';')).join('\r\n')

/** Where the faults are: row, column letter (none for the row as a whole) and what each is called. */
export const plantedFaults: readonly (readonly [row: number, column: string, code: string])[] = [
  [6, 'A', 'homoglyphs'],
  [7, 'E', 'excel_serial'],
  [7, 'G', 'homoglyphs'],
  [8, 'A', 'surname_first'],
  [8, 'E', 'month_first'],
  [9, 'E', 'date_not_understood'],
  [9, 'H', 'blank_word'],
  [10, '', 'same_person_twice'],
  [10, 'A', 'surname_first'],
  [11, '', 'namesake'],
  [12, 'B', 'date_not_understood'],
  [12, 'D', 'unknown_country'],
  [13, 'F', 'order_of_dates'],
  [13, 'I', 'unknown_code'],
  [14, 'G', 'formula'],
  [14, 'H', 'spreadsheet_error'],
  [15, '', 'no_name'],
  [16, 'E', 'in_future'],
  [17, 'C', 'unknown_code'],
  [17, 'E', 'order_of_dates'],
]
