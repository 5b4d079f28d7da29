import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'

const SMALLEST_WORTH_IT_BYTES = 1024

/** A Vite plugin: writes .br and .gz next to every script and style, so that the gateway never compresses at run time. */
export function precompress() {
  let assets
  return {
    name: 'precompress',
    apply: 'build',
    configResolved(config) {
      assets = join(config.root, config.build.outDir, config.build.assetsDir)
    },
    async closeBundle() {
      const names = (await readdir(assets)).filter((name) => /\.(js|css)$/.test(name))
      await Promise.all(names.map((name) => compressFile(join(assets, name))))
    },
  }
}

async function compressFile(path) {
  if ((await stat(path)).size < SMALLEST_WORTH_IT_BYTES) return
  const bytes = await readFile(path)
  await writeFile(`${path}.br`, await promisify(brotliCompress)(bytes))
  await writeFile(`${path}.gz`, await promisify(gzip)(bytes, { level: 9 }))
}
