/** Where a source can be read; nothing when it has no address on the web. */
export const SourceAddress = ({ url }: { url: string | null }) =>
  url === null ? null : (
    <>
      {' · '}
      <a href={url} rel="noreferrer external" target="_blank">
        read it there (new tab)
      </a>
    </>
  )
