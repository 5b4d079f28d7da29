import { watchEffect } from 'vue'
import { useI18n } from 'vue-i18n'

/** Names the browser's tab after the page. @param {() => string} words */
export function useTitle(words) {
  const { t } = useI18n()
  watchEffect(() => (document.title = `${words()} · ${t('app.name')}`))
}
