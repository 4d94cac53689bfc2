/** What each page of the desk is called in the browser's tab. A tab is seen by others and kept in the history: it never names anyone. */
const titles: readonly (readonly [pattern: RegExp, title: string])[] = [
  [/^\/$/, 'Overview'],
  [/^\/desk$/, 'Your desk'],
  [/^\/release-events\/new$/, 'Release event form'],
  [/^\/release-events\/[^/]+\/correct$/, 'Release event form'],
  [/^\/detainees\/(?:new|[^/]+\/correct)$/, 'Form for a person'],
  [/^\/detainees\/[^/]+\/protection$/, 'Protection'],
  [/^\/sanctions-actions\/(?:new|[^/]+\/correct)$/, 'Form for a sanctions action'],
  [/^\/sources\/(?:new|[^/]+\/correct)$/, 'Form for a source'],
  [/^\/proposals\/[^/]+\/edit$/, 'Form of a proposal'],
  [/^\/release-events\/[^/]+\/history$/, 'History of a release event'],
  [/^\/(?:release-events|detainees|sanctions-actions|sources)\/[^/]+\/take-words$/, 'Take words out'],
  [/^\/release-events\/[^/]+$/, 'Release event'],
  [/^\/release-events$/, 'Release events'],
  [/^\/detainees\/[^/]+$/, 'Detainee'],
  [/^\/detainees$/, 'Detainees'],
  [/^\/destinations\/[^/]+$/, 'Destination'],
  [/^\/destinations$/, 'Destinations'],
  [/^\/sanctions-actions\/[^/]+$/, 'Sanctions action'],
  [/^\/sanctions-actions$/, 'Sanctions actions'],
  [/^\/sources\/[^/]+$/, 'Source'],
  [/^\/sources$/, 'Sources'],
  [/^\/methods$/, 'How we count'],
  [/^\/search$/, 'Search'],
  [/^\/editions$/, 'Editions'],
  [/^\/editions\/compare$/, 'Two editions compared'],
  [/^\/proposals\/[^/]+$/, 'Proposal'],
  [/^\/proposals$/, 'Proposals'],
  [/^\/publish$/, 'Publish'],
  [/^\/account$/, 'Your account'],
  [/^\/staff$/, 'Staff'],
  [/^\/settings$/, 'Settings'],
  [/^\/access-log$/, 'Access log'],
]

export const deskTab = (pathname: string): string => {
  const title = titles.find(([pattern]) => pattern.test(pathname))?.[1]
  return title === undefined ? 'Habeas desk' : `${title} – Habeas desk`
}
