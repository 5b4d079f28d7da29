import { useI18n } from 'vue-i18n'
import { useFormat } from './useFormat.js'

const isNumber = (value) => typeof value === 'number'

/** How a replay asks, in words. */
export function useAskWords() {
  const { t } = useI18n()
  const format = useFormat()

  /** One line; what is not said is as the prompt has it. */
  function askLine({ promptVersion, model, temperature, seed }) {
    return [
      t('wish.prompt', { version: promptVersion }),
      model,
      isNumber(temperature) && t('wish.atTemperature', { value: format.decimal(temperature, 2) }),
      isNumber(seed) && t('wish.withSeed', { value: seed }),
    ]
      .filter(Boolean)
      .join(' · ')
  }

  /** As FactGrid takes them. */
  function askFacts({ promptVersion, model, temperature, seed }) {
    const values = {
      promptVersion,
      model: model ?? t('wish.usualModel'),
      temperature: isNumber(temperature) ? format.decimal(temperature, 2) : t('wish.ofPrompt'),
      seed: isNumber(seed) ? `${seed}` : t('wish.ofPrompt'),
    }
    return Object.entries(values).map(([name, value]) => ({ name, label: t(`wish.${name}`), value }))
  }

  return { askLine, askFacts }
}
