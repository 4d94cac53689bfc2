import type { IncomingMessage } from 'node:http'
import { BlockList, isIP } from 'node:net'

/** An IPv4 address that came over IPv6 is the same client: `::ffff:192.0.2.1`. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '').replace(/%.*$/, '')

const family = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 4 ? 'ipv4' : 'ipv6')

/** Whether an address is one of these proxies: addresses or networks such as `10.0.0.0/24`. */
export const proxiesOf = (proxies: readonly string[]): ((address: string) => boolean) => {
  const list = new BlockList()
  for (const proxy of proxies) {
    const [address = '', bits] = proxy.split('/')
    if (bits === undefined) list.addAddress(address, family(address))
    else list.addSubnet(address, Number(bits), family(address))
  }
  return (address) => list.check(address, family(address))
}

/** The first 64 bits of an IPv6 address, which one household or machine has to itself; an IPv4 address whole. */
export const networkOf = (address: string): string => {
  const given = plain(address)
  if (isIP(given) !== 6) return given
  const [front = '', back] = given.split('::')
  const groups = (text: string): string[] => (text === '' ? [] : text.split(':'))
  const before = groups(front)
  const missing = back === undefined ? 0 : 8 - before.length - groups(back).length
  const all = [...before, ...Array.from({ length: missing }, () => '0'), ...groups(back ?? '')]
  return all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}

/**
 * The network a request comes from. What `X-Forwarded-For` says is taken from a configured proxy only,
 * from its end, where that proxy wrote: a client may write anything before it.
 */
export const clientOf = ({ socket, headers }: IncomingMessage, isProxy: (address: string) => boolean): string => {
  const forwarded = String(headers['x-forwarded-for'] ?? '').split(',').map((address) => plain(address.trim()))
  let client = plain(socket.remoteAddress ?? '')
  while (isIP(client) !== 0 && isProxy(client)) {
    const before = forwarded.pop() ?? ''
    if (isIP(before) === 0) break
    client = before
  }
  return networkOf(client)
}
