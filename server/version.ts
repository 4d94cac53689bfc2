import { readFileSync } from 'node:fs'

const readVersion = (): string => {
  const parsed: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  if (typeof parsed === 'object' && parsed !== null && 'version' in parsed && typeof parsed.version === 'string') {
    return parsed.version
  }
  throw new Error('package.json names no version')
}

/** The version of this program: part of every ETag, so that an upgrade is noticed by caches. */
export const version = readVersion()
