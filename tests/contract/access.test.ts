import { describe, expect, test } from 'vitest'
import { contentRoles, mayCall, rolesAtTheDesk } from '#contract/access.ts'
import type { Role } from '#contract/accounts.ts'
import type { AnyEndpoint } from '#contract/endpoint.ts'
import { allEndpoints } from '#contract/registry.ts'

const atTheDesk = allEndpoints.filter(({ on }) => on === 'records' || on === 'desk')
const nameOf = ({ method, path }: AnyEndpoint) => `${method.toUpperCase()} ${path}`
const openTo = (...held: Role[]) => atTheDesk.filter((asked) => rolesAtTheDesk(asked) !== 'anyone' && mayCall(rolesAtTheDesk(asked), held))

/** Nothing under these tags shows a record. */
const aboutAccounts = new Set(['Accounts', 'Your account', 'Accounts and settings'])

// What is found says which row of which table, and nothing of what is in it.
const upkeep = ['GET /upkeep', 'POST /upkeep/verification']

describe('what the contract says of roles', () => {
  test('an administrator without another role reaches accounts and settings, and no record', () => {
    const others = openTo('admin').filter(({ tag }) => !aboutAccounts.has(tag))
    // Whether this is the register of an invented country stands above every page.
    expect(others.map(nameOf)).toEqual(['GET /about', ...upkeep])
  })

  test('an auditor changes nothing but what is their own', () => {
    const changes = openTo('auditor').filter(({ method, tag }) => method !== 'get' && tag !== 'Your account')
    expect(changes.map(nameOf)).toEqual([])
  })

  test('a contributor approves nothing, publishes nothing and protects nobody on their own', () => {
    const tags = openTo('contributor').filter(({ method }) => method !== 'get').map(({ tag }) => tag)
    for (const tag of ['Reviews', 'Publishing', 'Protection', 'Accounts and settings']) expect(tags).not.toContain(tag)
  })

  test('accounts and settings are for administrators, the access log for auditors alone', () => {
    for (const asked of atTheDesk.filter(({ tag }) => tag === 'Accounts and settings')) {
      expect([nameOf(asked), rolesAtTheDesk(asked)]).toEqual([nameOf(asked), asked.path === '/access-log' ? ['auditor'] : ['admin']])
    }
  })

  test('whatever an account may do whatever its roles concerns itself', () => {
    const forAll = atTheDesk.filter((asked) => rolesAtTheDesk(asked) === 'staff')
    expect(forAll.filter(({ tag, path }) => tag !== 'Your account' && path !== '/about').map(nameOf)).toEqual([])
  })

  test('what an administrator changes asks for a fresh password', () => {
    const changes = atTheDesk.filter(({ tag, method }) => tag === 'Accounts and settings' && method !== 'get')
    expect(changes.filter(({ fresh }) => fresh !== true).map(nameOf)).toEqual([])
  })

  test('only those who work on the register see what is proposed', () => {
    for (const asked of atTheDesk.filter(({ tag }) => tag === 'Proposals' || tag === 'Reviews')) {
      const roles = rolesAtTheDesk(asked)
      expect([nameOf(asked), roles === 'anyone' || roles === 'staff' ? roles : roles.filter((role) => !contentRoles.some((one) => one === role))]).toEqual([nameOf(asked), []])
    }
  })
})
