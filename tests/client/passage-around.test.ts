import { expect, test } from 'vitest'
import { type KeptWords, passageAround } from '#client/lib/passage-around.ts'

const text = 'Ten were freed. Ada Lark was among them, on her way home. Nothing else was said for many days, and nobody asked. She wrote.'
const words = (quote: string): KeptWords => {
  const quoteStart = text.indexOf(quote)
  return { quote, quoteStart, quoteEnd: quoteStart + quote.length }
}

test('a quote is marked between the nearest other quotes of its source, and what is not kept between them is said', () => {
  const kept = ['Ten were freed', 'Ada Lark was among them', 'on her way home', 'She wrote'].map(words)
  expect(passageAround(words('Ada Lark was among them'), kept)).toEqual([
    { text: 'Ten were freed […] ', marked: false },
    { text: 'Ada Lark was among them', marked: true },
    { text: ' […] on her way home', marked: false },
  ])
})

test('a quote is marked in a longer one that holds it', () => {
  expect(passageAround(words('among them'), [words('Ada Lark was among them, on her way home')])).toEqual([
    { text: 'Ada Lark was ', marked: false },
    { text: 'among them', marked: true },
    { text: ', on her way home', marked: false },
  ])
})

test('words far apart make no passage, nor does a quote without its place', () => {
  expect(passageAround(words('She wrote'), [words('Ten were freed'), words('on her way home')])).toBeNull()
  expect(passageAround({ quote: 'She wrote', quoteStart: null, quoteEnd: null }, [words('Ten were freed')])).toBeNull()
})
