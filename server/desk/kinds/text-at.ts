/** The text at this name of a body as it was sent, trimmed; null where there is none. */
export const textAt = (sent: unknown, name: string): string | null => {
  const value: unknown = typeof sent === 'object' && sent !== null ? Reflect.get(sent, name) : null
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}
