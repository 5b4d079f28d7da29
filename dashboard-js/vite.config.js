import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig, loadEnv } from 'vite'
import { precompress } from './scripts/precompress.js'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Where `npm run dev` finds a running gateway: DASHBOARD_DEV_GATEWAY of the project's .env. */
function devProxy(mode) {
  const target = loadEnv(mode, root, 'DASHBOARD_').DASHBOARD_DEV_GATEWAY
  return target ? { '/api': { target }, '/ws': { target, ws: true } } : undefined
}

/**
 * The page never assigns innerHTML, so it needs no Trusted Types policy and runs under `trusted-types 'none'`: Vue makes no
 * policy where it sees no trustedTypes, and writes static markup as nodes where nothing is hoisted.
 */
const withoutMarkupStrings = {
  define: { 'window.trustedTypes': 'undefined' },
  compilerOptions: { hoistStatic: false },
}

export default defineConfig(({ mode }) => ({
  plugins: [vue({ template: { compilerOptions: withoutMarkupStrings.compilerOptions } }), precompress()],
  envDir: root,
  envPrefix: 'DASHBOARD_',
  define: {
    ...withoutMarkupStrings.define,
    __VUE_OPTIONS_API__: false,
    __VUE_PROD_DEVTOOLS__: false,
    __VUE_I18N_LEGACY_API__: false,
    __INTLIFY_PROD_DEVTOOLS__: false,
  },
  build: { assetsInlineLimit: 0, modulePreload: { polyfill: false }, sourcemap: false },
  server: { proxy: devProxy(mode) },
  test: { environment: 'jsdom', setupFiles: ['./scripts/testSetup.js'], restoreMocks: true },
}))
