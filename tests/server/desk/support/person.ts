import type { z } from '#contract/zod.ts'
import type { DetaineeWrite } from '#contract/detainee-write.ts'

export type PersonInput = z.input<typeof DetaineeWrite>

/** An invented person, as the form sends them. */
export const aPerson = (more: Partial<PersonInput> = {}): PersonInput => ({
  sources: [{ key: 's1', title: 'An invented report', publisher: 'The Invented Courier', published: '2 March 2024' }],
  sex: 'f',
  birth: '1980',
  description: 'An invented teacher',
  occupation: 'teacher',
  status: 'serving_sentence',
  statusAsOf: '1 March 2024',
  names: [
    { text: 'Іна Выдуманая', kind: 'primary', lang: 'be', evidence: [{ source: 's1', quote: 'Іна Выдуманая, настаўніца' }] },
    { text: 'Ina Vydumanaya', kind: 'romanised', lang: 'en' },
  ],
  citizenships: [{ country: 'XV' }],
  detentions: [
    {
      country: 'XV',
      arrest: '21 чэрвеня 2021',
      place: 'An invented colony',
      evidence: [{ source: 's1', field: 'arrest', quote: 'on 21 June 2021', asserts: '2021-06-21' }],
      charges: [{ article: '361-1', codeOfLaw: 'Criminal Code', evidence: [{ source: 's1', quote: 'under article 361-1' }] }],
      sentences: [{ kind: 'imprisonment', lengthText: '5 years', sentenced: 'March 2022' }],
    },
  ],
  recognitions: [{ recognisedBy: 'An invented society', recognised: '2021', evidence: [{ source: 's1' }] }],
  evidence: {
    sex: [],
    birth: [{ source: 's1', quote: 'born in 1980', asserts: '1980' }],
    description: [],
    occupation: [],
    status: [],
    statusAsOf: [],
  },
  ...more,
})
