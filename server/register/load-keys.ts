/** The ids that the keys of loaded batches stand for. */
export type LoadedIds = {
  readonly sources: ReadonlyMap<string, number>
  readonly detainees: ReadonlyMap<string, number>
  readonly releaseEvents: ReadonlyMap<string, number>
  readonly sanctionsActions: ReadonlyMap<string, number>
}

export const noIds: LoadedIds = {
  sources: new Map(),
  detainees: new Map(),
  releaseEvents: new Map(),
  sanctionsActions: new Map(),
}

type Kind = keyof LoadedIds

export type Keys = {
  readonly ids: LoadedIds
  /** Throws when the key already names a record of this kind. */
  readonly name: (kind: Kind, key: string, id: number) => void
  /** Throws when no record of this kind has the key. */
  readonly find: (kind: Kind, key: string) => number
}

/** The keys of earlier batches, to which a batch adds its own. */
export const keysAfter = (earlier: LoadedIds): Keys => {
  const ids = {
    sources: new Map(earlier.sources),
    detainees: new Map(earlier.detainees),
    releaseEvents: new Map(earlier.releaseEvents),
    sanctionsActions: new Map(earlier.sanctionsActions),
  }
  return {
    ids,
    name: (kind, key, id) => {
      if (ids[kind].has(key)) throw new Error(`Two records among the ${kind} are called ${key}.`)
      ids[kind].set(key, id)
    },
    find: (kind, key) => {
      const id = ids[kind].get(key)
      if (id === undefined) throw new Error(`None of the ${kind} is called ${key}.`)
      return id
    },
  }
}
