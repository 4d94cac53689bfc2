import { escapedXml } from './svg-text.ts'

/** The HTML that shows an embedded chart in another page, named by the chart's title. */
export const frameText = (address: string, title: string): string =>
  `<iframe src="${escapedXml(address)}" title="${escapedXml(title)}" width="100%" height="720" loading="lazy" style="border: 0"></iframe>`
