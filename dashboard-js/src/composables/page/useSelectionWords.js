import { useI18n } from 'vue-i18n'
import { FILTERS } from '../../utils/replays/draft.js'
import { useFormat } from './useFormat.js'

/** Which chats a replay takes, in words. */
export function useSelectionWords() {
  const { t } = useI18n()
  const format = useFormat()
  const fact = (name, value) => ({ name, label: t(`wish.${name}`), value })

  function rangeWords({ from, to }) {
    const key = from && to ? 'between' : from ? 'since' : 'until'
    const times = { from: from && format.dateTime(from), to: to && format.dateTime(to) }
    return from || to ? t(`wish.${key}`, times) : ''
  }

  function stretchWords({ topic, partition, from, to }) {
    return t('wish.stretch', { topic, partition, from: format.number(from), to: format.number(to) })
  }

  /** One line: where the chats of a replay come from, without the filters. */
  function takenWords({ selection, namedChats: count }) {
    const named = count > 0 ? t('wish.named', { count: format.number(count) }, count) : ''
    const parts = [rangeWords(selection), ...(selection.offsets ?? []).map(stretchWords), named]
    return parts.filter(Boolean).join('; ') || t('wish.everything')
  }

  function filterFacts(filter) {
    const scores = (filter?.scores ?? []).map((score) => t(`score.${score}`))
    const lists = FILTERS.map((name) => [name, filter?.[name] ?? []])
    const failed = filter?.failed ? [t('wish.onlyFailed')] : []
    return [...lists, ['scores', scores], ['failed', failed]]
      .filter(([, values]) => values.length > 0)
      .map(([name, values]) => fact(name, values.join(', ')))
  }

  /** As FactGrid takes them. */
  function selectionFacts(replay) {
    const { selection } = replay
    const { sample, everyClosing } = selection
    const lot = sample && t('wish.byLot', { size: format.number(sample.size), seed: sample.seed })
    return [
      fact('taken', takenWords(replay)),
      ...filterFacts(selection.filter),
      ...(lot ? [fact('sample', lot)] : []),
      fact('closings', t(everyClosing ? 'wish.every' : 'wish.last')),
    ]
  }

  return { takenWords, selectionFacts }
}
