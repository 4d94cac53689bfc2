import { dataLicence } from '#contract/licence.ts'
import type { View } from '../../http/export/view.ts'
import type { DescribedColumn, Resource } from './resource.ts'

/*
 * datapackage.json as Frictionless describes it (specs.frictionlessdata.io, version 1): every
 * table with its columns, their types and what they refer to, and the licence.
 */

const fieldOf = ({ name, type, about, codes, required }: DescribedColumn, key: string) => {
  const constraints = {
    ...(required || name === key ? { required: true } : {}),
    ...(codes ? { enum: Object.keys(codes) } : {}),
  }
  return { name, type, description: about, ...(Object.keys(constraints).length > 0 ? { constraints } : {}) }
}

/** Keys of the table that is in this package; of one that is not, nothing can be promised. */
const foreignKeys = ({ name, columns }: Resource, present: ReadonlySet<string>) =>
  columns.flatMap((column) =>
    column.refersTo && present.has(column.refersTo)
      ? [
          {
            fields: column.name,
            // An empty name is the table itself.
            reference: {
              resource: column.refersTo === name ? '' : column.refersTo,
              fields: column.refersTo === 'destination' ? 'code' : 'id',
            },
          },
        ]
      : [],
  )

const resourceOf = (resource: Resource, present: ReadonlySet<string>) => {
  const keys = foreignKeys(resource, present)
  return {
    profile: 'tabular-data-resource',
    name: resource.name,
    path: resource.path,
    title: resource.about,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes: resource.tally.bytes,
    hash: `sha256:${resource.tally.sha256}`,
    dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
    schema: {
      fields: resource.columns.map((column) => fieldOf(column, resource.key)),
      missingValues: [''],
      primaryKey: resource.key,
      ...(keys.length > 0 ? { foreignKeys: keys } : {}),
    },
  }
}

/** The document, when every resource has been written. */
export const dataPackage = (view: View, resources: readonly Resource[]): object => {
  const present = new Set(resources.map(({ name }) => name))
  return {
    profile: 'tabular-data-package',
    name: 'habeas',
    title: view.sentence,
    ...(view.edition === null ? {} : { version: view.edition }),
    ...(view.published === null ? {} : { created: view.published }),
    homepage: view.permanent ?? view.address,
    licenses: [dataLicence],
    resources: resources.map((resource) => resourceOf(resource, present)),
  }
}
