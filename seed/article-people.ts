import { articleBasics } from './article-quotes.ts'
import type { ReleasePerson } from './batch.ts'
import type { Detainee } from './detainee.ts'
import { notStated } from './parts.ts'

const { says } = articleBasics

type Person = Pick<Detainee, 'key' | 'description' | 'occupation'> & {
  readonly name: string
  readonly fact: 'F07' | 'F08' | 'F09'
}

const detainee = ({ key, name, fact, description, occupation }: Person): Detainee => ({
  key,
  // The article does not say in which language it writes the name.
  names: [{ text: name, lang: 'und', script: 'Latn', kind: 'primary', evidence: [says(fact, 'text', name)] }],
  sex: 'not_stated',
  birth: notStated,
  citizenships: [],
  description,
  occupation,
  status: 'released',
  statusAsOf: notStated,
  visibility: 'public',
  detentions: [],
  recognitions: [],
  evidence: [
    // The list of names says nothing of a release by itself: the words above it do.
    says('list', 'status', 'released'),
    says(fact, 'status', 'released'),
    says(fact, 'description'),
    ...(occupation === null ? [] : [says(fact, 'occupation', occupation)]),
  ],
})

const bialiatski = 'ales-bialiatski'
const kolesnikova = 'maria-kolesnikova'
const babaryka = 'viktar-babaryka'
const namedAsReleased = 'named among those released'

/** The three people the article names, and how it says each left. */
export const articlePeople: { readonly detainees: readonly Detainee[]; readonly released: readonly ReleasePerson[] } = {
  detainees: [
    detainee({
      key: bialiatski,
      name: 'Ales Bialiatski',
      fact: 'F07',
      description: 'Shared the Nobel Peace Prize of 2022; has long worked for human rights.',
      occupation: 'Human rights activist',
    }),
    detainee({
      key: kolesnikova,
      name: 'Maria Kolesnikova',
      fact: 'F08',
      description: 'Led the mass protests of 2020 against the disputed re-election of Lukashenko.',
      occupation: null,
    }),
    detainee({
      key: babaryka,
      name: 'Viktar Babaryka',
      fact: 'F09',
      description: 'In opposition to the government; detained in 2020 during preparations to stand for president.',
      occupation: 'Politician',
    }),
  ],
  released: [
    {
      detainee: bialiatski,
      destination: 'LT',
      destinationState: 'en_route',
      departureMode: null,
      evidence: [
        says('list', 'releaseEvent', namedAsReleased),
        says('F07', 'releaseEvent', namedAsReleased),
        says('F14', 'destination', 'LT'),
        says('F14', 'destinationState', 'en_route'),
      ],
    },
    {
      detainee: kolesnikova,
      destination: 'UA',
      destinationState: 'transported',
      departureMode: 'bus',
      evidence: [
        says('list', 'releaseEvent', namedAsReleased),
        says('F08', 'releaseEvent', namedAsReleased),
        says('F16', 'destination', 'UA'),
        says('F16', 'destinationState', 'transported'),
        says('F16', 'departureMode', 'bus'),
      ],
    },
    {
      // The article says nothing of his destination, and it is never worked out from the rest.
      detainee: babaryka,
      destination: null,
      destinationState: 'not_stated',
      departureMode: null,
      evidence: [says('list', 'releaseEvent', namedAsReleased), says('F09', 'releaseEvent', namedAsReleased)],
    },
  ],
}
