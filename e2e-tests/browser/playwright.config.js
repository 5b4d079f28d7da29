import { defineConfig } from '@playwright/test'
import { BASE_URL } from './support/environment.js'

const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export default defineConfig({
  testDir: 'specs',
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 30_000 },
  retries: process.env.CI ? 1 : 0,
  reporter: 'list',
  use: {
    baseURL: BASE_URL,
    locale: 'es-CL',
    viewport: { width: 1280, height: 820 },
    trace: 'retain-on-failure',
    launchOptions: { executablePath: CHROMIUM, args: FLAGS },
  },
})
