/** The running pipeline under test; the end-to-end test that started it sets these. */
export const BASE_URL = required('E2E_BASE_URL')
export const USERNAME = required('E2E_USERNAME')
export const PASSWORD = required('E2E_PASSWORD')
export const INGEST_URL = required('E2E_INGEST_URL')
export const INGEST_API_KEY = required('E2E_INGEST_API_KEY')

function required(name) {
  const value = process.env[name]
  if (!value)
    throw new Error(`${name} is not set: these tests need a running pipeline, which ./dictamen test starts`)
  return value
}
