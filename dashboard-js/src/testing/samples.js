import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const FOLDER = join(import.meta.dirname, '../../../kafka-config/src/main/resources/samples')

/** A golden sample that all modules share. @param {string} name @returns {?object} null where it is not there yet */
export function sample(name) {
  const path = join(FOLDER, name)
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null
}

/** The golden samples whose names match. @param {RegExp} names @returns {object[]} */
export function samples(names) {
  return readdirSync(FOLDER)
    .filter((name) => names.test(name))
    .map(sample)
}

/** The item, noting which of its fields are read. @param {object} item @param {Set<string>} read */
export function watched(item, read) {
  return new Proxy(item, {
    get(target, field) {
      if (typeof field === 'string' && !field.startsWith('__v_')) read.add(field)
      return target[field]
    },
  })
}
