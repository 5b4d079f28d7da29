import { createI18n } from 'vue-i18n'
import en from './locales/en.json'
import es from './locales/es.json'

/** The languages of the interface, the first one by default. */
export const LANGUAGES = ['es', 'en']

/** The words of the interface as a Vue plugin. @param {'es'|'en'} locale */
export function createMessages(locale) {
  return createI18n({ legacy: false, locale, fallbackLocale: LANGUAGES[0], messages: { es, en } })
}
