import { expect, test } from 'vitest'
import { openDesk } from '#tests/server/desk/support/open-desk.ts'

test('a wrong name takes as long to refuse as a wrong password', async () => {
  const desk = await openDesk()
  for (const name of ['Ada Author', 'Gone Colleague']) await desk.signIn(name, 'contributor')
  const gone = await desk.register.db.selectFrom('account_user').where('name', '=', 'Gone Colleague').select('id').executeTakeFirstOrThrow()
  await desk.register.db.insertInto('account_shut_out').values({ user_id: gone.id, shut_out_by: null, shut_out_at: new Date().toISOString() }).execute()
  const times: Record<string, number> = {}
  for (const who of ['ada.author', 'nobody', 'gone.colleague']) {
    const taken: number[] = []
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const started = performance.now()
      await desk.stranger.post('/auth/sign-in/email', { email: `${who}@example.org`, password: 'a wrong long password' })
      taken.push(performance.now() - started)
    }
    times[who] = taken.toSorted((a, b) => a - b)[1] ?? 0
  }
  const all = Object.values(times)
  expect(Math.max(...all) / Math.min(...all), JSON.stringify(times)).toBeLessThan(2.5)
})
