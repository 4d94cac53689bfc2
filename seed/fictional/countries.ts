import { fictionalCountry } from '#contract/countries.ts'

/*
 * Most of it happens in an invented country. The other releasing countries are uninhabited
 * places, so that nothing invented is said of a real government.
 */

export const releasingCountries = [fictionalCountry, fictionalCountry, fictionalCountry, 'BV', fictionalCountry, 'HM', 'AQ']

/** Real countries, as places that invented people were taken to. */
export const takenTo = ['LT', 'PL', 'DE', 'CZ', 'LV', 'EE', 'GE']
