import { expect, test } from 'vitest'
import { growingDelays } from '#server/desk/access/growing-delays.ts'
import { whyNot } from '#server/desk/accounts/check-new-password.ts'
import { goodPassword, openDesk } from './support/open-desk.ts'

const owner = { name: 'Nadzeya Vydumanaya', email: 'nadzeya@velmarian-desk.example' }

test.each([
  'password1234567', 'PasswordPassword', 'P@ssw0rdP@ssw0rd', 'qwertyuiopasdfgh', '123456789012345', 'aaaaaaaaaaaaaaa', 'abcabcabcabcabcabc',
  'iloveyou iloveyou', 'qwerty123456789', '1q2w3e4r5t6y7u8i', 'letmein2024letmein', 'habeas-corpus-2025', 'парольпароль12345', 'йцукенгшщзхъ123',
  'zxcvbnmasdfghjkl', 'welcome2habeas99', 'Жыве Беларусь!!! 2020', 'monkeydragon2023', 'nadzeya was here 7', 'VydumanayaVydumanaya',
])('the password “%s” is refused: it is tried first', (password) => {
  expect(whyNot(password.padEnd(15, '1'), owner)).not.toBeNull()
})

test.each([goodPassword, 'a sentence to remember', 'four words nobody joins', 'correct horse battery staple', 'тры гусі і чайнік на ганку', 'vK9#mq2!Zr8$Lw5x', 'three geese and a kettle'])(
  'the password “%s” is taken',
  (password) => expect(whyNot(password, owner)).toBeNull(),
)

test('the longest of passwords, made to be hard to take apart, is still told', () => {
  for (const password of ['abababababababab'.repeat(12), 'loveme'.repeat(33), '1a'.repeat(100), 'ааааб'.repeat(40)]) {
    expect(whyNot(password, owner)).not.toBeNull()
  }
})

test('each failure after the first few waits twice as long as the one before, up to a limit, and a success forgets them', () => {
  let now = 1_000_000
  const delays = growingDelays({ free: 3, longest: 8000, forgotten: 3_600_000, now: () => now })
  const waits = Array.from({ length: 8 }, () => {
    delays.begin('someone')
    const wait = delays.waitOf('someone')
    now += wait
    return wait
  })
  expect(waits).toEqual([0, 0, 1000, 2000, 4000, 8000, 8000, 8000])
  expect(delays.waitOf('someone else')).toBe(0)
  delays.forget('someone')
  delays.begin('someone')
  expect(delays.waitOf('someone')).toBe(0)
})

test('many tries at the same moment get no more attempts than one after the other', () => {
  const delays = growingDelays({ free: 5, longest: 60_000, forgotten: 3_600_000, now: () => 1_000_000 })
  const begun = Array.from({ length: 20 }, () => {
    if (delays.waitOf('someone') > 0) return false
    delays.begin('someone')
    return true
  })
  expect(begun.filter(Boolean).length).toBe(5)
})

test.each([
  ['localhost:3001', 200], ['127.0.0.1', 200], ['[::1]:3001', 200], ['desk.example.org', 200],
  ['elsewhere.example:3001', 421], ['localhost.elsewhere.example', 421], ['127.0.0.1.nip.example', 421], ['', 421],
])('under the name %s the desk answers %i', async (host, status) => {
  const { request } = await import('node:http')
  const desk = await openDesk({ deskNames: ['desk.example.org'] })
  const got = await new Promise<number | undefined>((resolve, reject) => {
    request(`${desk.address}/api/session`, { headers: { host }, setHost: false }, (response) => {
      response.resume()
      resolve(response.statusCode)
    }).on('error', reject).end()
  })
  expect(got).toBe(status)
})
