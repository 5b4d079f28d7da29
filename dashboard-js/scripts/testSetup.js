import { config } from '@vue/test-utils'
import { createMessages } from '../src/i18n.js'

config.global.plugins = [createMessages('es')]
