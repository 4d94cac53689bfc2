import { expect, test } from 'vitest'
import { publicEndpoints } from '#contract/public-registry.ts'
import { allEndpoints } from '#contract/registry.ts'

const addressOf = ({ method, path, on }: (typeof allEndpoints)[number]): string => `${on}: ${method} ${path}`

test('the list of the public door has every endpoint that is not of the desk, and none that is', () => {
  expect(publicEndpoints.map(addressOf)).toEqual(allEndpoints.filter(({ on }) => on !== 'desk').map(addressOf))
})

test('no endpoint is listed twice', () => {
  const listed = allEndpoints.map(addressOf)
  expect(listed.filter((address, at) => listed.indexOf(address) !== at)).toEqual([])
})
