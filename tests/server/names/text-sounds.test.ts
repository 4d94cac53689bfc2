import { expect, test } from 'vitest'
import { soundOf, textSounds } from '#server/names/text-sounds.ts'

test('spellings of one name share a sound, and a text has it once', () => {
  const key = soundOf('Ластоўскі')
  expect(key).not.toBeNull()
  for (const spelling of ['Lastouski', 'Lastovsky', 'Ластовский', 'lastoŭski']) expect(soundOf(spelling), spelling).toBe(key)
  expect(textSounds('Lastouski was met by friends. Lastovsky spoke.').split(' ').filter((sound) => sound === key)).toHaveLength(1)
})

test('only words written with a capital may be names, and a short one tells none', () => {
  expect(textSounds('the lastouski of it')).toBe('')
  expect(textSounds('Ada met Lu')).toBe('')
  expect(soundOf('Lu')).toBeNull()
})
