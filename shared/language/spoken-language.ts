import { z } from 'zod'
import { isLanguage, type Language } from './languages.ts'

/** A language that the program speaks now, shipped or added. */
export const spokenLanguage = z.custom<Language>(isLanguage)
