import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { hashedName } from './hashed.mjs'

const directory = 'static/files'
const sizes = [180, 192, 512]

/**
 * The files of static/files, and the app's icon as PNG in the sizes phones ask for.
 * In a .webmanifest, {{name}} stands for the URL of a built file.
 */
export async function files(manifest) {
  const names = (await readdir(directory)).sort((a, b) => Number(isManifest(a)) - Number(isManifest(b)))
  const icon = await readFile(join(directory, 'icon.svg'))
  const pngs = await Promise.all(
    sizes.map(async (size) => ({
      name: `icon-${size}.png`,
      body: await sharp(icon, { density: 300 }).resize(size).png().toBuffer(),
    })),
  )
  const plain = await Promise.all(
    names
      .filter((name) => !isManifest(name))
      .map(async (name) => ({ name, body: await readFile(join(directory, name)) })),
  )
  const known = [...pngs, ...plain]
  const urls = { ...manifest, ...Object.fromEntries(known.map(({ name, body }) => [name, hashedName(name, body)])) }
  const manifests = names.filter(isManifest).map(async (name) => {
    const text = await readFile(join(directory, name), 'utf8')
    return { name, body: text.replace(/\{\{([\w.-]+)\}\}/g, (_, file) => `/static/${urls[file]}`) }
  })
  return [...known, ...(await Promise.all(manifests))]
}

const isManifest = (name) => name.endsWith('.webmanifest')
