import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import {
  formatAgo,
  formatClock,
  formatDateTime,
  formatDuration,
  formatNumber,
  formatSeconds,
  formatTime,
  regionalLocale,
} from '../../utils/format.js'

/** The formats of utils/format.js in the user's language and region; they follow a change of language. */
export function useFormat() {
  const { locale } = useI18n()
  const region = computed(() => regionalLocale(locale.value, navigator.languages))
  return {
    number: (value) => formatNumber(value, region.value),
    clock: (at) => formatClock(at, region.value),
    time: (at) => formatTime(at, region.value),
    dateTime: (at) => formatDateTime(at, region.value),
    ago: (at, nowMs) => formatAgo(at, nowMs, region.value),
    seconds: (millis) => formatSeconds(millis, region.value),
    duration: (seconds) => formatDuration(seconds, region.value),
  }
}
