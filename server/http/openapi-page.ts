import type { openApiDocument } from './openapi.ts'

type Document = ReturnType<typeof openApiDocument>
type Operation = {
  readonly operationId?: string
  readonly summary?: string
  readonly description?: string
  readonly tags?: readonly string[]
  readonly parameters?: readonly unknown[]
  readonly requestBody?: unknown
  readonly responses?: Readonly<Record<string, unknown>>
  readonly 'x-roles'?: unknown
}

const escape = (text: unknown): string =>
  String(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null

const at = (value: unknown, ...path: string[]): unknown =>
  path.reduce<unknown>((inner, key) => (isRecord(inner) ? inner[key] : undefined), value)

const refName = (schema: unknown): string | null => {
  const ref = at(schema, '$ref')
  return typeof ref === 'string' ? ref.replace('#/components/schemas/', '') : null
}

/** A schema in one line: a link to the component it names, or its type. */
const typeWords = (schema: unknown): string => {
  const name = refName(schema)
  if (name) return `<a href="#schema-${escape(name)}">${escape(name)}</a>`
  const choices = at(schema, 'anyOf') ?? at(schema, 'oneOf')
  if (Array.isArray(choices)) return choices.map(typeWords).join(' or ')
  const values = at(schema, 'enum')
  if (Array.isArray(values)) return values.map((value) => `<code>${escape(value)}</code>`).join(', ')
  const constant = at(schema, 'const')
  if (constant !== undefined) return `<code>${escape(constant)}</code>`
  const type = at(schema, 'type')
  if (type === 'array') return `list of ${typeWords(at(schema, 'items'))}`
  if (type === 'object' && isRecord(at(schema, 'properties'))) return 'object'
  return escape(Array.isArray(type) ? type.join(' or ') : (type ?? 'any'))
}

const parameterRow = (parameter: unknown): string => {
  const schema = at(parameter, 'schema')
  const description = at(parameter, 'description') ?? at(schema, 'description') ?? ''
  const fallback = at(schema, 'default')
  return `<tr><th scope="row"><code>${escape(at(parameter, 'name'))}</code></th><td>${escape(at(parameter, 'in'))}${at(parameter, 'required') ? ', required' : ''}</td><td>${typeWords(schema)}${fallback === undefined ? '' : `; ${escape(fallback)} when left out`}</td><td>${escape(description)}</td></tr>`
}

const parameters = (operation: Operation): string =>
  operation.parameters && operation.parameters.length > 0
    ? `<div class="wide" tabindex="0" role="region" aria-label="Parameters of ${escape(operation.operationId)}"><table><thead><tr><th scope="col">Parameter</th><th scope="col">In</th><th scope="col">Values</th><th scope="col">Meaning</th></tr></thead><tbody>${operation.parameters.map(parameterRow).join('')}</tbody></table></div>`
    : ''

const answers = (operation: Operation): string =>
  `<ul class="answers">${Object.entries(operation.responses ?? {})
    .map(([status, response]) => {
      const content = at(response, 'content')
      const [type, media] = isRecord(content) ? (Object.entries(content)[0] ?? []) : []
      const shape = at(media, 'schema') === undefined ? '' : `: ${typeWords(at(media, 'schema'))}`
      return `<li><code>${escape(status)}</code> ${escape(at(response, 'description'))}${type ? ` (${escape(type)})` : ''}${status < '300' ? shape : ''}</li>`
    })
    .join('')}</ul>`

const operationSection = (path: string, method: string, operation: Operation): string => `
<article id="${escape(operation.operationId)}">
<h3><code>${escape(method.toUpperCase())} ${escape(path)}</code></h3>
<p>${escape(operation.summary)}.</p>
${operation.description ? `<p>${escape(operation.description)}</p>` : ''}
${operation['x-roles'] === undefined ? '' : `<p>Who may: ${escape(Array.isArray(operation['x-roles']) ? operation['x-roles'].join(', ') : operation['x-roles'])}.</p>`}
${parameters(operation)}
${operation.requestBody ? `<p>Body: ${typeWords(at(operation.requestBody, 'content', 'application/json', 'schema'))}</p>` : ''}
${answers(operation)}
</article>`

const propertyRow = ([name, schema]: [string, unknown]): string =>
  `<tr><th scope="row"><code>${escape(name)}</code></th><td>${typeWords(schema)}</td><td>${escape(at(schema, 'description') ?? '')}</td></tr>`

const schemaSection = ([name, schema]: [string, unknown]): string => {
  const properties = at(schema, 'properties')
  return `<article id="schema-${escape(name)}"><h3>${escape(name)}</h3>
<p>${escape(at(schema, 'description') ?? '')}</p>
${isRecord(properties) ? `<div class="wide" tabindex="0" role="region" aria-label="Fields of ${escape(name)}"><table><thead><tr><th scope="col">Field</th><th scope="col">Values</th><th scope="col">Meaning</th></tr></thead><tbody>${Object.entries(properties).map(propertyRow).join('')}</tbody></table></div>` : `<p>${typeWords(schema)}</p>`}
</article>`
}

const operationsOf = (document: Document): { path: string; method: string; operation: Operation }[] =>
  Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item as Record<string, Operation>).map(([method, operation]) => ({ path, method, operation })),
  )

/** The document as a page that needs no script: readable, printable, searchable with the browser. */
export const docsPage = (document: Document): string => {
  const operations = operationsOf(document)
  const tags = [...new Set(operations.flatMap(({ operation }) => operation.tags ?? []))]
  const ofTag = (tag: string) => operations.filter(({ operation }) => operation.tags?.includes(tag))
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(document.info.title)}</title><link rel="stylesheet" href="/api/docs.css"></head>
<body><a class="skip" href="#main">Skip to the text</a>
<header><p><a href="/">Habeas</a></p></header>
<main id="main"><h1>${escape(document.info.title)}</h1>
<p>Version ${escape(document.info.version)}. ${escape(document.info.description ?? '')}</p>
<p>The same for machines: <a href="/api/openapi.json">OpenAPI 3.1 document</a>.</p>
<nav aria-label="Operations">${tags
    .map(
      (tag) =>
        `<h2>${escape(tag)}</h2><ul>${ofTag(tag)
          .map(({ path, method, operation }) => `<li><a href="#${escape(operation.operationId)}"><code>${escape(method.toUpperCase())} ${escape(path)}</code></a> ${escape(operation.summary)}</li>`)
          .join('')}</ul>`,
    )
    .join('')}</nav>
${tags.map((tag) => `<section><h2>${escape(tag)}</h2>${ofTag(tag).map(({ path, method, operation }) => operationSection(path, method, operation)).join('')}</section>`).join('')}
<section><h2>Shapes</h2>${Object.entries(document.components?.schemas ?? {}).map(schemaSection).join('')}</section>
</main></body></html>
`
}
