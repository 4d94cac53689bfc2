import { codeOf, roleLabels } from './codes.ts'
import { hasNoNul, nulMessage } from './common.ts'
import { z } from './zod.ts'

/*
 * What every form about an account asks for, with the words the person reads.
 */

export const Role = codeOf(roleLabels)
export type Role = z.infer<typeof Role>

export const passwordLength = { min: 15, max: 200 } as const

/** A password as it is given to get in: nothing is said about how a right one looks. */
export const GivenPassword = z.string().max(passwordLength.max)

/** A password that is chosen. The server also refuses common ones and those made of one's own name. */
export const NewPassword = z
  .string()
  .min(passwordLength.min, `Use at least ${passwordLength.min} characters.`)
  .max(passwordLength.max, `Use at most ${passwordLength.max} characters.`)

/** Six digits of an authenticator app, or a recovery code; spaces are left out. */
export const SecondFactorCode = z
  .string()
  .max(50)
  .transform((text) => text.replaceAll(/\s/g, ''))
  .pipe(z.string().regex(/^(?:\d{6}|[a-zA-Z0-9]{5}-[a-zA-Z0-9]{5})$/, 'Type the six digits that the app shows, or a recovery code.'))

/** What someone who makes an account says of themselves. */
export const newAccountFields = {
  name: z.string().trim().min(1, 'Type the name your work is signed with.').max(200).refine(hasNoNul, nulMessage),
  email: z.email('Type an e-mail address, for example name@example.org.').max(320),
  password: NewPassword,
}

export const RolesGiven = z
  .array(Role)
  .min(1, 'Choose at least one role.')
  .max(Role.options.length)
  .refine((roles) => new Set(roles).size === roles.length, 'Name each role once.')
