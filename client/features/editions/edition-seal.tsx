import type { Edition } from '#contract/editions.ts'
import styles from './editions.module.css'

/** Who signed an edition, in short, and what it takes to check it. */
export const EditionSeal = ({ seal }: { seal: NonNullable<Edition['seal']> }) => (
  <details>
    <summary>
      Signed by the desk: key <code className={styles.hash}>{seal.fingerprint}</code>
    </summary>
    <p className={styles.note}>
      The same key signs every edition of one register: compare its number with the one you noted before. What is signed is the
      edition, the SHA-256 of its file, the history it was made from and when.
    </p>
    <pre className={styles.sealed}>{seal.text}</pre>
    <p>
      Signature (Ed25519, base64): <code className={styles.hash}>{seal.signature}</code>
    </p>
    <p>
      Public key (DER, base64): <code className={styles.hash}>{seal.publicKey}</code>
    </p>
  </details>
)
