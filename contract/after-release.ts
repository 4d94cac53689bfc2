import { StatedDate } from './dates/stated-date.ts'
import { z } from './zod.ts'

/** What is known of a person after a release: part of it, and counted nowhere. */
export const AfterRelease = z.object({
  restrictions: z.string().nullable().meta({ description: 'What still binds the person, as the source says it' }),
  onwardCountry: z.string().nullable().meta({ description: 'Where they were taken from there: not a new release, and not their destination' }),
  onward: StatedDate.meta({ description: 'When they were taken on' }),
})
export type AfterRelease = z.infer<typeof AfterRelease>
