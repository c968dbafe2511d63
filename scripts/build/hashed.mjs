import { createHash } from 'node:crypto'
import { access, rename, utimes, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const textual = new Set(['.css', '.js', '.svg', '.webmanifest', '.json', '.txt'])

/** app.css -> app-3f2a9c01d4.css */
export function hashedName(name, body) {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 10)
  const extension = extname(name)
  return `${name.slice(0, name.length - extension.length)}-${hash}${extension}`
}

/** Writes a file and its compressed forms; one that is there already has the same content and only becomes young again. */
export async function writeOnce(directory, name, body) {
  const path = join(directory, name)
  for (const [suffix, encode] of Object.entries(encodings(name))) {
    const isThere = await access(path + suffix).then(
      () => true,
      () => false,
    )
    if (isThere) {
      await utimes(path + suffix, new Date(), new Date())
      continue
    }
    await writeFile(`${path}${suffix}.${process.pid}`, await encode(Buffer.from(body)))
    await rename(`${path}${suffix}.${process.pid}`, path + suffix)
  }
}

function encodings(name) {
  const plain = { '': async (body) => body }
  if (!textual.has(extname(name))) return plain
  const br = (body) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })
  return { ...plain, '.br': br, '.gz': (body) => promisify(gzip)(body, { level: 9 }) }
}
