import { createContext, use } from 'react'
import type { Words } from './words.ts'

/** The words selected in the text beside the form, asked for when a field's button is pressed; null where there is no text. */
export const SelectedWords = createContext<(() => Words | null) | null>(null)

export const useSelectedWords = (): (() => Words | null) | null => use(SelectedWords)
