import { useI18n } from 'vue-i18n'
import { reasonsOf } from '../../utils/replays/reasons.js'
import { useFormat } from './useFormat.js'

const COUNTS = ['count', 'confirmed']

/** Why a replay runs nothing, less, or not now, in the language of the page as far as its sentences are known. */
export function useReasonWords() {
  const { t } = useI18n()
  const format = useFormat()

  function shown({ at, ...values }) {
    const counts = COUNTS.filter((name) => name in values).map((name) => [name, format.number(+values[name])])
    return { ...values, ...Object.fromEntries(counts), ...(at && { at: format.dateTime(at) }) }
  }

  /** @param {?string} text @returns {{words: string, lang: ?string}[]} a language where it is not the page's */
  function reasonWords(text) {
    return reasonsOf(text).map(({ name, values, text: english }) =>
      name
        ? { words: t(`replayReason.${name}`, shown(values), +(values.count ?? 1)), lang: null }
        : { words: english, lang: 'en' },
    )
  }

  return { reasonWords }
}
