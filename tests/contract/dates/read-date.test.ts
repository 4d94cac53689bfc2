import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseEdtf } from '#contract/dates/edtf.ts'
import { formatStatedDate } from '#contract/dates/format-date.ts'
import { readDate, type DateReading } from '#contract/dates/read-date.ts'
import { statedDate } from '#contract/dates/stated-date.ts'
import { dateLikeTexts, edtfTexts } from './date-arbitraries.ts'

const edtfOf = (text: string) => {
  const read = readDate(text)
  return 'problem' in read ? read.problem : read.date.edtf
}

describe('a date as people type it', () => {
  it.each([
    ['13 December 2025', '2025-12-13'],
    ['December 13, 2025', '2025-12-13'],
    ['the 3rd of July, 2024', '2024-07-03'],
    ['13-Dec-2025', '2025-12-13'],
    ['2025-12', '2025-12'],
    ['12.2025', '2025-12'],
    ['2025-12-13', '2025-12-13'],
    ['2025/12/13', '2025-12-13'],
    ['21. 6. 2025', '2025-06-21'],
    ['  ABOUT   june 2025 ', '2025-06~'],
    ['c. 2024', '2024~'],
    ['~2024', '2024~'],
    ['June 2025?', '2025-06?'],
    ['June 2025 (?)', '2025-06?'],
    ['about June 2025?', '2025-06%'],
    ['2020s', '202X'],
    ['between 3 July 2024 and 9 July 2024', '2024-07-03/2024-07-09'],
    ['3-9 July 2024', '2024-07-03/2024-07-09'],
    ['3 – 9 July 2024', '2024-07-03/2024-07-09'],
    ['July 3-9, 2024', '2024-07-03/2024-07-09'],
    ['30 July - 2 August 2024', '2024-07-30/2024-08-02'],
    ['03.07-09.07.2024', '2024-07-03/2024-07-09'],
    ['2024-07-03-2024-07-09', '2024-07-03/2024-07-09'],
    ['from 2019 to 2021', '2019/2021'],
    ['2019-2021', '2019/2021'],
    ['before 2020', '../2019'],
    ['before 1 March 2024', '../2024-02-29'],
    ['before the 2020s', '../2019'],
    ['after May 2021', '2021-06/..'],
    ['since 3 July 2024', '2024-07-03/..'],
    ['no later than 3 July 2024', '../2024-07-03'],
    ['3 July 2024 or earlier', '../2024-07-03'],
    ['\u200e13 December\u00a02025', '2025-12-13'],
    ['summer 2021', '2021-06~/2021-08~'],
    ['winter 2020/21', '2020-12~/2021-02~'],
  ])('“%s” is %s', (text, edtf) => {
    expect(edtfOf(text)).toBe(edtf)
  })

  it.each([
    ['21 чэрвеня 2025', '2025-06-21'],
    ['21 июня 2025 года', '2025-06-21'],
    ['21-го июня 2025 г.', '2025-06-21'],
    ['21 червня 2025', '2025-06-21'],
    ['21 CZERWCA 2025 r.', '2025-06-21'],
    ['у чэрвені 2025', '2025-06'],
    ['w czerwcu 2025 roku', '2025-06'],
    ['21 pazdziernika 2025', '2025-10-21'],
    ['каля 2024', '2024~'],
    ['около 2024', '2024~'],
    ['близько 2024 року', '2024~'],
    ['około 2024', '2024~'],
    ['магчыма, 2024', '2024?'],
    ['з 3 па 9 ліпеня 2024', '2024-07-03/2024-07-09'],
    ['с 3 по 9 июля 2024 года', '2024-07-03/2024-07-09'],
    ['між 3 і 9 липня 2024', '2024-07-03/2024-07-09'],
    ['od 3 do 9 lipca 2024', '2024-07-03/2024-07-09'],
    ['перад 2020', '../2019'],
    ['після травня 2021', '2021-06/..'],
    ['летом 2021 года', '2021-06~/2021-08~'],
  ])('“%s” is %s', (text, edtf) => {
    expect(edtfOf(text)).toBe(edtf)
  })

  const months: Record<string, string> = {
    Belarusian: 'студзень студзеня люты лютага сакавік сакавіка красавік красавіка травень траўня чэрвень чэрвеня ліпень ліпеня жнівень жніўня верасень верасня кастрычнік кастрычніка лістапад лістапада снежань снежня',
    Russian: 'январь января февраль февраля март марта апрель апреля май мая июнь июня июль июля август августа сентябрь сентября октябрь октября ноябрь ноября декабрь декабря',
    Ukrainian: 'січень січня лютий лютого березень березня квітень квітня травень травня червень червня липень липня серпень серпня вересень вересня жовтень жовтня листопад листопада грудень грудня',
    Polish: 'styczeń stycznia luty lutego marzec marca kwiecień kwietnia maj maja czerwiec czerwca lipiec lipca sierpień sierpnia wrzesień września październik października listopad listopada grudzień grudnia',
    English: 'January Jan February Feb March Mar April Apr May May June Jun July Jul August Aug September Sept October Oct November Nov December Dec',
  }
  it.each(Object.entries(months))('the months are known in %s, in both forms and in capitals', (_, words) => {
    for (const [index, word] of words.split(' ').entries()) {
      const month = String(Math.floor(index / 2) + 1).padStart(2, '0')
      expect([word, edtfOf(`9 ${word} 2025`)]).toEqual([word, `2025-${month}-09`])
      expect([word, edtfOf(`${word.toUpperCase()} 2025`)]).toEqual([word, `2025-${month}`])
    }
  })

  it.each(['', '  ', '-', 'not stated', 'Unknown', 'невядома', 'НЕИЗВЕСТНО', 'невідомо', 'nie podano'])('“%s” is not stated', (text) => {
    expect(readDate(text)).toEqual({ date: statedDate(null, 'not_stated'), reading: 'read as not stated' })
  })

  it.each([
    ['21.6.2025', 'read as 21 June 2025, day first'],
    ['05/06/2025', 'read as 5 June 2025, day first'],
    ['03.07-09.07.2024', 'read as between 3 and 9 July 2024, day first'],
    ['2025.12.13', 'read as 13 December 2025, year first'],
    ['2025-12', 'read as December 2025, day not stated'],
    ['summer 2021', 'read as roughly between June and August 2021, summer taken as June to August'],
    ['June 2025, inferred', 'read as June 2025, day not stated, inferred'],
  ])('“%s” is echoed as “%s”', (text, reading) => {
    expect(readDate(text)).toMatchObject({ reading })
  })

  it.each([
    ['30 February 2023', 'There is no 30 February 2023'],
    ['before 30 February 2023', 'There is no 30 February 2023'],
    ['31.04.2025', 'There is no 31 April 2025'],
    ['2023-02-30', 'There is no 30 February 2023'],
    ['06/21/2025', 'Write 21 June 2025 if that is the date'],
    ['21.6.25', 'four digits'],
    ['13 December 25', 'four digits'],
    ['May 25', 'The year is missing'],
    ['3-9 July', 'The year is missing'],
    ['9-3 July 2024', 'does not come after'],
    ['2024-07/2024-05', 'does not come after'],
    ['до 2020', 'or earlier'],
    ['by 3 July 2024', 'or earlier'],
    ['winter 2021', 'winter 2021/2022'],
    ['2000s', 'between 2000 and 2009'],
    ['2021-22', 'part of a year'],
    ['2024-XX-15', 'without its month'],
    ['13 June 2025, day not stated', 'does not fit'],
    ['last Tuesday', '“last” is not understood'],
    ['3, 9 July 2024', 'not understood as one date'],
    ['20251213', 'not understood as one date'],
    ['0025-12-13', 'too early'],
    ['not stated, inferred', 'not understood'],
  ])('“%s” is not guessed at: %s', (text, part) => {
    expect(readDate(text)).toEqual({ problem: expect.stringContaining(part) })
  })

  it('refuses a page of text', () => {
    expect(readDate('x'.repeat(10_000))).toEqual({ problem: expect.stringContaining('too long') })
  })

  it('reads back every date it has read from the words the product writes', () => {
    let read = 0
    fc.assert(
      fc.property(fc.oneof(edtfTexts, dateLikeTexts), (text) => {
        const first = readDate(text)
        if ('problem' in first) return
        read += 1
        expect(meaningOf(readDate(formatStatedDate(first.date)))).toEqual(meaningOf(first))
        expect((first.date.earliest ?? '') <= (first.date.latest ?? '9999-12-31')).toBe(true)
      }),
      { numRuns: 6000 },
    )
    expect(read).toBeGreaterThan(1000)
  })

  it('answers any text with a date or a sentence, and never fails', () => {
    fc.assert(
      fc.property(fc.oneof(dateLikeTexts, fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ maxLength: 10_000 })), (text) => {
        const read = readDate(text)
        expect('problem' in read ? read.problem : read.reading).toMatch(/^\S.*\S$/s)
      }),
    )
  })

  it.each([' ', '9', '2024-', '-', '/', '3 ', 'a ', 'between ', '? ', '~', '\u0301', '\ufdfa', '2024-XX/', 'о', '\ud800', '\u200b'])('does not get lost in a hundred thousand characters of “%s”', (piece) => {
    const text = piece.repeat(Math.ceil(100_000 / piece.length))
    const started = performance.now()
    for (const shorter of [text, text.slice(0, 199), `${text}x`]) readDate(shorter)
    // Milliseconds at most; a way through it that turns back takes minutes.
    expect(performance.now() - started).toBeLessThan(10_000)
  })
})

function meaningOf(read: DateReading): unknown {
  if ('problem' in read) return read
  const bounds = read.date.edtf === null ? null : parseEdtf(read.date.edtf)
  const { earliest, latest, basis } = read.date
  return { earliest, latest, basis, approximate: bounds?.approximate, uncertain: bounds?.uncertain }
}
