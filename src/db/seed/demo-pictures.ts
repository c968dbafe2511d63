import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { type DerivedPicture, derivePicture } from '../../domain/menu/pictures'
import { projectRoot } from '../root'

/** Fluent Emoji by Microsoft (MIT), from npm: the dishes of the demo. Gives the derived pictures by emoji code. */
export async function demoPictures(emoji: Iterable<string>): Promise<Map<string, DerivedPicture>> {
  const fromHere = createRequire(join(projectRoot(), 'package.json'))
  const assets = join(dirname(fromHere.resolve('@lobehub/fluent-emoji-3d/package.json')), 'assets')
  const derived = [...new Set(emoji)].map(async (code) => {
    const picture = await derivePicture(await readFile(join(assets, `${code}.webp`)))
    if (!picture.ok) throw new Error(`emoji ${code}: ${picture.refusal.reason}`)
    return [code, picture.value] as const
  })
  return new Map(await Promise.all(derived))
}
