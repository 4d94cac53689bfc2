import { articleBasics } from './article-quotes.ts'
import type { EventNote } from './batch.ts'

const { says } = articleBasics

type Speaker = { readonly name: string; readonly role: string | null }

const note = (
  kind: EventNote['kind'],
  fact: Parameters<typeof says>[0],
  text: string,
  speaker?: Speaker,
): EventNote => ({
  kind,
  saidBy: speaker?.name ?? null,
  saidByRole: speaker?.role ?? null,
  text,
  evidence: [says(fact, 'text', undefined, speaker?.name)],
})

const coordinationCentre: Speaker = { name: 'Ukraine’s Prisoner of War Coordination Centre', role: null }
const marin: Speaker = { name: 'Anais Marin', role: 'Former special rapporteur of the United Nations' }
const slunkin: Speaker = { name: 'Pavel Slunkin', role: 'Former Belarusian diplomat' }
const tsikhanouskaya: Speaker = { name: 'Sviatlana Tsikhanouskaya', role: 'Leader of the Belarusian opposition in exile' }
const kolesnikova: Speaker = { name: 'Maria Kolesnikova', role: 'One of those released' }

/** The article's account of the release, in our words, each sentence held to the words it rests on. */
export const articleNotes: readonly EventNote[] = [
  note('negotiation', 'F02', 'Intensive talks between Belarus and the United States came before the release.'),
  note(
    'negotiation',
    'F04',
    'It was announced once the American special envoy John Coale had talked with Alexander Lukashenko in Minsk for two days.',
  ),
  note('negotiation', 'F05', 'The article presents the American relief for potash as an outcome of the same talks.'),
  note(
    'context',
    'F06',
    'The article calls it the largest release of prisoners under Lukashenko since the United States began to engage with his government; it does not say when that was.',
  ),
  note(
    'context',
    'F11',
    'Some of those sent to Ukraine had been accused of work for Ukrainian intelligence; how many, and of which nationality, is not said.',
    coordinationCentre,
  ),
  note('conditions', 'F17', 'Many of the prisoners were cut off from lawyers and relatives.', marin),
  note('conditions', 'F18', 'About many detainees nothing had been heard for years.'),
  note(
    'reaction',
    'F19',
    'Glad of the release; asks Belarus to let every political prisoner who is still held go free.',
    { name: 'The Norwegian Nobel Committee', role: null },
  ),
  note('reaction', 'F20', 'Sees relations between the United States and Belarus much improved by it.', slunkin),
  note('reaction', 'F21', 'Speaks well of what the Trump administration did for it.', tsikhanouskaya),
  note('reaction', 'F24', 'Told of her joy in a video that appeared on Ukrainian social media.', kolesnikova),
  note(
    'outlook',
    'F22',
    'Thinks it possible that more sanctions are lifted, by the United States and perhaps by the European Union.',
    slunkin,
  ),
  note('outlook', 'F23', 'Relief from sanctions in return for releases is not a simple matter.', {
    name: 'Analysts, not named',
    role: null,
  }),
]
