/** Days since 1970 of a civil day, for distances and axes. */
export const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000
