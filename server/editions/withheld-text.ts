/** What stands where a text was that cannot be left out. */
export const withheldText = '[withheld]'
