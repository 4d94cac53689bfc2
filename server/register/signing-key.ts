import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { isMissing, readOrMake } from '../own-file.ts'
import { sha256 } from './hash.ts'

/** Signs what the register says of its own history. The key lies outside the database, so that who writes the one cannot sign for the other. */
export type SigningKey = {
  /** Ed25519 over the UTF-8 bytes of the text, base64. */
  readonly sign: (text: string) => string
  /** SubjectPublicKeyInfo (DER), base64: what `openssl pkey -pubin -inform DER` reads. */
  readonly publicKey: string
  readonly fingerprint: string
}

/** A public key in short, to compare by eye: the first 32 hexadecimal digits of its SHA-256. */
export const fingerprintOf = (publicKey: string): string => sha256(Buffer.from(publicKey, 'base64')).slice(0, 32)

const makePem = (): string => generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()

const readPem = (pem: string, file: string): KeyObject => {
  try {
    const key = createPrivateKey(pem)
    if (key.asymmetricKeyType === 'ed25519') return key
  } catch {
    // Said below, in words.
  }
  throw new Error(`${file} does not hold the register's signing key. Put the file back from where you keep its copy.`)
}

const publicOf = (key: KeyObject): string => createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64')

/** The key in `file`, made at the first start and readable by its owner only. Throws when the file holds something else. */
export const readSigningKey = async (file: string): Promise<SigningKey> => {
  const key = readPem(await readOrMake(file, makePem), file)
  const publicKey = publicOf(key)
  return {
    sign: (text) => sign(null, Buffer.from(text), key).toString('base64'),
    publicKey,
    fingerprint: fingerprintOf(publicKey),
  }
}

/** The public half of the key in `file`; null where there is none, as beside a copy that is only looked at. */
export const readPublicKey = async (file: string): Promise<string | null> => {
  try {
    return publicOf(readPem(await readFile(file, 'utf8'), file))
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

/** Whether the holder of this public key signed the text. False for a key or signature that is none. */
export const isSigned = (text: string, signature: string, publicKey: string): boolean => {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' })
    return verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64'))
  } catch {
    return false
  }
}
