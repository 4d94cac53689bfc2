import { isIP } from 'node:net'
import { join, resolve } from 'node:path'

export type BackupConfig = {
  readonly dir: string
  /** age recipients (`age1…`): whoever holds one of their identities can open a backup. None: it is not encrypted. */
  readonly recipients: readonly string[]
  /** Null: only when someone asks for one. */
  readonly everyHours: number | null
  /** The newest of this many backups stay in the folder. */
  readonly kept: number
}

export type Config = {
  readonly dataDir: string
  readonly editionsDir: string
  /** The list of what was redacted, by number: kept apart from the register and every backup of it. */
  readonly redactedIdsFile: string
  /** Bytes of the largest file the desk imports. */
  readonly importBytes: number
  /** Heads of the history, signed: they tell a register that was rolled back. Best kept on another disk. */
  readonly headsFile: string
  /** Signs heads and editions. */
  readonly signingKeyFile: string
  /** Fingerprints of signing keys this register had before. */
  readonly formerKeys: readonly string[]
  readonly backup: BackupConfig
  /** Bytes of answers that the public door keeps; 0: it works each one out anew. */
  readonly answerCacheBytes: number
  /** The longest an answer may take before it is stopped, in seconds. */
  readonly answerSeconds: number
  /** How much one client may ask of a door in a minute, and one account of the desk; 0: as much as it likes. */
  readonly requestsPerMinute: number
  readonly clientDir: string
  readonly host: string
  readonly port: number
  readonly deskHost: string
  readonly deskPort: number
  /** Where the public reaches the site, without a slash at the end: it stands in citations and files. Null: as each visitor asks. */
  readonly publicUrl: string | null
  /** Names the desk answers under, beside `localhost` and bare addresses. */
  readonly deskNames: readonly string[]
  /** Addresses or networks of proxies whose word on a client's address the doors take. */
  readonly trustedProxies: readonly string[]
}

/** Started by `npm start`: npm's shell stands between, and does not pass a signal on. */
export const isUnderNpm = (environment: NodeJS.ProcessEnv = process.env): boolean =>
  environment.npm_lifecycle_event === 'start'

/**
 * Has the processes that are started from here keep their compiled code beside the built pages, so that the
 * next start does not read and compile every file again. Where that folder cannot be written, none is kept.
 */
export const keepCompiled = (environment: NodeJS.ProcessEnv = process.env): void => {
  environment.NODE_COMPILE_CACHE ??= join(resolve(import.meta.dirname, '..'), 'dist', 'compiled')
}

/** Vite builds React for development where the caller's environment says anything but `production`. */
export const asProduction = async (work: () => Promise<void>, environment: NodeJS.ProcessEnv = process.env): Promise<void> => {
  const before = environment.NODE_ENV
  environment.NODE_ENV = 'production'
  try {
    await work()
  } finally {
    if (before === undefined) delete environment.NODE_ENV
    else environment.NODE_ENV = before
  }
}

/** A setting in the environment that cannot be used. Its message is one sentence for the person who set it. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

const portOf = (name: string, text: string | undefined, fallback: number): number => {
  if (text === undefined || text === '') return fallback
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new ConfigError(`${name} is "${text}", which is not a port: give a whole number from 1 to 65535, or 0 for any that is free.`)
  }
  return port
}

/** Values with commas between. */
const listOf = (text: string | undefined): string[] =>
  (text ?? '')
    .split(',')
    .map((value) => value.trim())
    .filter((value) => value !== '')

/** The host names of addresses such as `https://desk.example.org`, several with commas between. */
const namesIn = (name: string, text: string | undefined): string[] =>
  listOf(text).map((address) => {
    const url = URL.parse(address)
    if (url === null || !/^https?:$/.test(url.protocol)) {
      throw new ConfigError(`${name} is "${text}", which is not an address: give one such as https://desk.example.org.`)
    }
    return url.hostname
  })

/** `https://register.example.org` and nothing more: pages lie at the root of their host. */
const siteOf = (name: string, text: string | undefined): string | null => {
  if (text === undefined || text.trim() === '') return null
  const url = URL.parse(text.trim())
  const isSite = url !== null && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search + url.hash + url.username + url.password === ''
  if (!isSite) {
    throw new ConfigError(`${name} is "${text}", which is not the address of a site: give one such as https://register.example.org, without a path.`)
  }
  return url.origin
}

/** Whether it is an address such as `10.0.0.2`, or a network such as `10.0.0.0/24`. */
const isNetwork = (text: string): boolean => {
  const [, address = '', bits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? []
  const version = isIP(address)
  return version !== 0 && (bits === undefined || (Number(bits) >= 1 && Number(bits) <= (version === 4 ? 32 : 128)))
}

const proxiesIn = (name: string, text: string | undefined): string[] => {
  const proxies = listOf(text)
  const wrong = proxies.find((proxy) => !isNetwork(proxy))
  if (wrong !== undefined) {
    throw new ConfigError(`${name} has "${wrong}", which is not the address of a proxy: give one such as 127.0.0.1 or 10.0.0.0/24, several with commas.`)
  }
  return proxies
}

const megabytesOf = (name: string, text: string | undefined, fallback: number): number => {
  const megabytes = text === undefined || text === '' ? fallback : Number(text)
  if (!(megabytes > 0 && megabytes <= 100_000)) {
    throw new ConfigError(`${name} is "${text}", which is not a size: give a number of megabytes, such as ${fallback}.`)
  }
  return Math.floor(megabytes * 1024 * 1024)
}

const wholeNumberOf = (name: string, text: string | undefined): number | null => {
  if (text === undefined || text === '') return null
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1) throw new ConfigError(`${name} is "${text}": give a whole number from 1.`)
  return number
}

const readBackupConfig = (environment: NodeJS.ProcessEnv, dataDir: string): BackupConfig => {
  const recipients = listOf(environment.HABEAS_BACKUP_KEY)
  const wrong = recipients.find((recipient) => !/^age1[a-z0-9]+$/.test(recipient))
  if (wrong !== undefined) {
    throw new ConfigError(`HABEAS_BACKUP_KEY has "${wrong}", which is not a public key of age: it begins with age1. \`npm run backup -- --new-key FILE\` makes one.`)
  }
  return {
    dir: resolve(environment.HABEAS_BACKUP_DIR || join(dataDir, 'backups')),
    recipients,
    everyHours: wholeNumberOf('HABEAS_BACKUP_HOURS', environment.HABEAS_BACKUP_HOURS),
    kept: wholeNumberOf('HABEAS_BACKUPS_KEPT', environment.HABEAS_BACKUPS_KEPT) ?? 14,
  }
}

/** The only reader of the environment. */
export const readConfig = (environment: NodeJS.ProcessEnv = process.env): Config => {
  const root = resolve(import.meta.dirname, '..')
  const dataDir = resolve(environment.HABEAS_DATA_DIR || join(root, 'data'))
  const config = {
    dataDir,
    editionsDir: join(dataDir, 'editions'),
    redactedIdsFile: resolve(environment.HABEAS_REDACTED_IDS || join(dataDir, 'redacted-ids.jsonl')),
    importBytes: megabytesOf('HABEAS_IMPORT_MB', environment.HABEAS_IMPORT_MB, 200),
    headsFile: resolve(environment.HABEAS_HEADS || join(dataDir, 'heads.jsonl')),
    signingKeyFile: resolve(environment.HABEAS_SIGNING_KEY || join(dataDir, 'signing-key')),
    formerKeys: listOf(environment.HABEAS_FORMER_KEYS),
    backup: readBackupConfig(environment, dataDir),
    answerCacheBytes:
      environment.HABEAS_ANSWER_CACHE_MB === '0' ? 0 : megabytesOf('HABEAS_ANSWER_CACHE_MB', environment.HABEAS_ANSWER_CACHE_MB, 64),
    answerSeconds: wholeNumberOf('HABEAS_ANSWER_SECONDS', environment.HABEAS_ANSWER_SECONDS) ?? 30,
    requestsPerMinute: environment.HABEAS_REQUESTS_PER_MINUTE === '0' ? 0 : (wholeNumberOf('HABEAS_REQUESTS_PER_MINUTE', environment.HABEAS_REQUESTS_PER_MINUTE) ?? 6000),
    clientDir: join(root, 'dist', 'client'),
    host: environment.HOST || '127.0.0.1',
    port: portOf('PORT', environment.PORT, 3000),
    deskHost: environment.DESK_HOST || '127.0.0.1',
    deskPort: portOf('DESK_PORT', environment.DESK_PORT, 3001),
    publicUrl: siteOf('HABEAS_PUBLIC_URL', environment.HABEAS_PUBLIC_URL),
    deskNames: [environment.DESK_HOST || '127.0.0.1', ...namesIn('HABEAS_DESK_URL', environment.HABEAS_DESK_URL)],
    trustedProxies: proxiesIn('HABEAS_TRUSTED_PROXY', environment.HABEAS_TRUSTED_PROXY),
  }
  if (config.port !== 0 && config.port === config.deskPort && config.host === config.deskHost) {
    throw new ConfigError(`PORT and DESK_PORT are both ${config.port}: the two doors need a port each.`)
  }
  return config
}
