import { readFile } from 'node:fs/promises'
import { Command } from 'commander'
import kept from '#seed/article-quotes.json' with { type: 'json' }
import { sha256 } from '../register/hash.ts'

type Place = { readonly quote: string; readonly start: number; readonly end: number }

const problemsOf = (article: string, name: string, { quote, start, end }: Place): readonly string[] => {
  const times = article.split(quote).length - 1
  if (times === 1 && article.slice(start, end) === quote) return []
  return [`${name} should stand once, from character ${start} to ${end}; it stands ${times} times in the file: “${quote}”`]
}

const command = new Command('check:article')
  .description('Holds the quotes of seed/article-quotes.json to the article itself.')
  .argument('<file>', 'the article as text')
  .action(async (file: string) => {
    const bytes = await readFile(file).catch(() => command.error(`${file} cannot be read.`))
    const article = bytes.toString('utf8')
    const places = Object.entries({ title: kept.title, list: kept.list, ...kept.quotes })
    const problems = [
      ...(sha256(bytes) === kept.sha256 ? [] : [`Its SHA-256 is ${sha256(bytes)}, not ${kept.sha256}.`]),
      ...places.flatMap(([name, place]) => problemsOf(article, name, place)),
    ]
    if (problems.length > 0) command.error(problems.join('\n'))
    console.log(`The file is the article, and each of the ${places.length} quotes stands in it once, at its place.`)
  })

await command.parseAsync()
