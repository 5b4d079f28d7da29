const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const RELATIVE_STEPS = [
  ['year', 365 * DAY],
  ['month', 30 * DAY],
  ['day', DAY],
  ['hour', HOUR],
  ['minute', MINUTE],
]
const DEFAULT_REGION = { es: 'es-CL', en: 'en-GB' }

/**
 * The locale for numbers and times: the words' language with the region of the browser.
 *
 * @param {'es'|'en'} language
 * @param {readonly string[]} browserLanguages as navigator.languages
 */
export function regionalLocale(language, browserLanguages) {
  return (
    browserLanguages.find((tag) => tag.startsWith(`${language}-`)) ?? DEFAULT_REGION[language] ?? language
  )
}

/** `1.234.567` */
export function formatNumber(value, locale) {
  return new Intl.NumberFormat(locale).format(value)
}

/** `19,8`, with at most so many decimals. @param {number} digits */
export function formatDecimal(value, digits, locale) {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value)
}

/** `0,80`, with exactly so many decimals. @param {number} digits */
export function formatFixed(value, digits, locale) {
  const decimals = { minimumFractionDigits: digits, maximumFractionDigits: digits }
  return new Intl.NumberFormat(locale, decimals).format(value)
}

/** `+0,13`, `-2,00`, `0,00`: a difference with its sign and exactly so many decimals. @param {number} digits */
export function formatSigned(value, digits, locale) {
  const signed = { minimumFractionDigits: digits, maximumFractionDigits: digits, signDisplay: 'exceptZero' }
  return new Intl.NumberFormat(locale, signed).format(value)
}

/** `76,7 %`. @param {number} share 0 to 1 */
export function formatPercent(share, locale) {
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(share)
}

/** `76,0 %`, with its decimal also where it is 0: for columns. @param {number} share 0 to 1 */
export function formatFixedPercent(share, locale) {
  const decimals = { minimumFractionDigits: 1, maximumFractionDigits: 1 }
  return new Intl.NumberFormat(locale, { style: 'percent', ...decimals }).format(share)
}

/** `-13,2 %`: a relative difference with its sign. */
export function formatSignedPercent(share, locale) {
  const decimals = { minimumFractionDigits: 1, maximumFractionDigits: 1 }
  return new Intl.NumberFormat(locale, { style: 'percent', signDisplay: 'exceptZero', ...decimals }).format(
    share,
  )
}

/** `US$ 0,18`, or the number and the code where the currency is unknown to the browser. @param {string} currency */
export function formatMoney(amount, currency, locale) {
  try {
    return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(amount)
  } catch {
    return `${formatDecimal(amount, 2, locale)} ${currency}`
  }
}

/** `12:03:07`, the reader's time zone. @param {string|number} at ISO-8601 or epoch milliseconds */
export function formatTime(at, locale) {
  return new Intl.DateTimeFormat(locale, { timeStyle: 'medium', hourCycle: 'h23' }).format(new Date(at))
}

/** `12:03`, the reader's time zone. */
export function formatClock(at, locale) {
  return new Intl.DateTimeFormat(locale, { timeStyle: 'short', hourCycle: 'h23' }).format(new Date(at))
}

/** `21-11-26, 12:04`, the reader's time zone. */
export function formatDateTime(at, locale) {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeStyle: 'short', hourCycle: 'h23' }).format(
    new Date(at),
  )
}

/** `hace 3 min`; below a minute in seconds, never in the future (clocks differ). @param {number} nowMs */
export function formatAgo(at, nowMs, locale) {
  const seconds = Math.max(0, Math.floor((nowMs - Date.parse(at)) / 1000))
  const [unit, size] = RELATIVE_STEPS.find(([, step]) => seconds >= step) ?? ['second', 1]
  return new Intl.RelativeTimeFormat(locale, { style: 'short' }).format(-Math.floor(seconds / size), unit)
}

/** `1,9 s`; a dash where there is none. @param {?number} millis */
export function formatSeconds(millis, locale) {
  if (millis === null || millis === undefined) return '–'
  const seconds = { style: 'unit', unit: 'second', unitDisplay: 'short', maximumFractionDigits: 1 }
  return new Intl.NumberFormat(locale, seconds).format(millis / 1000)
}

/** `5 min 37 s`, `2 h 5 min`, `3 d 4 h`: the two largest units. @param {number} seconds */
export function formatDuration(seconds, locale) {
  const whole = Math.max(0, Math.round(seconds))
  const parts = [
    ['day', Math.floor(whole / DAY)],
    ['hour', Math.floor((whole % DAY) / HOUR)],
    ['minute', Math.floor((whole % HOUR) / MINUTE)],
    ['second', whole % MINUTE],
  ]
  const first = parts.findIndex(([, amount]) => amount > 0)
  if (first < 0) return unitText(0, 'second', locale)
  const shown = parts.slice(first, first + 2).filter(([, amount]) => amount > 0)
  return shown.map(([unit, amount]) => unitText(amount, unit, locale)).join(' ')
}

function unitText(amount, unit, locale) {
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(amount)
}
