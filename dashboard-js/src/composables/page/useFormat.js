import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import {
  formatAgo,
  formatClock,
  formatDateTime,
  formatDecimal,
  formatDuration,
  formatFixed,
  formatFixedPercent,
  formatMoney,
  formatNumber,
  formatPercent,
  formatSeconds,
  formatSigned,
  formatSignedPercent,
  formatTime,
  regionalLocale,
} from '../../utils/format.js'

const MINUTE = 60

/** The formats of utils/format.js in the user's language and region; they follow a change of language. */
export function useFormat() {
  const { locale } = useI18n()
  const region = computed(() => regionalLocale(locale.value, navigator.languages))
  return {
    number: (value) => formatNumber(value, region.value),
    decimal: (value, digits) => formatDecimal(value, digits, region.value),
    fixed: (value, digits) => formatFixed(value, digits, region.value),
    signed: (value, digits) => formatSigned(value, digits, region.value),
    signedPercent: (share) => formatSignedPercent(share, region.value),
    percent: (share) => formatPercent(share, region.value),
    fixedPercent: (share) => formatFixedPercent(share, region.value),
    money: (amount, currency) => formatMoney(amount, currency, region.value),
    clock: (at) => formatClock(at, region.value),
    time: (at) => formatTime(at, region.value),
    dateTime: (at) => formatDateTime(at, region.value),
    ago: (at, nowMs) => formatAgo(at, nowMs, region.value),
    seconds: (millis) => formatSeconds(millis, region.value),
    span: (seconds) =>
      seconds < MINUTE ? formatSeconds(1000 * seconds, region.value) : formatDuration(seconds, region.value),
    duration: (seconds) => formatDuration(seconds, region.value),
  }
}
