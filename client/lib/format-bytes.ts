import { formatNumber } from '#contract/charts/format-count.ts'

/** The size of a file as browsers say it, in steps of 1000: "830 bytes", "41 kB", "1.2 MB". */
export const formatBytes = (bytes: number): string => {
  if (bytes < 1000) return `${formatNumber(bytes)} ${bytes === 1 ? 'byte' : 'bytes'}`
  const kilobytes = Math.round(bytes / 1000)
  if (kilobytes < 1000) return `${kilobytes} kB`
  const megabytes = bytes / 1e6
  return megabytes < 10 ? `${megabytes.toFixed(1)} MB` : `${formatNumber(Math.round(megabytes))} MB`
}
