import type { AnyEndpoint } from '#contract/endpoint.ts'
import { type CallOptions, addressOf } from '#client/lib/call.ts'
import { useMount } from '#client/lib/use-mount.ts'

/** The whole filtered set to take along. */
export const ExportLinks = <E extends AnyEndpoint>({ endpoint, query }: { endpoint: E; query: CallOptions<E>['query'] }) => {
  const mount = useMount()
  const options = { mount, ...(query === undefined ? {} : { query }) } as CallOptions<E>
  return (
    <span data-screen-only="">
      All of it as{' '}
      <a href={addressOf(endpoint, options, '.csv')} download="">
        CSV
      </a>{' '}
      or{' '}
      <a href={addressOf(endpoint, options, '.json')} download="">
        JSON
      </a>
    </span>
  )
}
