import { randomUUID } from 'node:crypto'

type Bytes = Uint8Array<ArrayBuffer>

/** Unguessable, so that no text of a page can pass for a slot. */
const mark = `slot-${randomUUID().slice(0, 8)}`
const slots = new RegExp(`${mark}\\[([^\\]]*)\\]`)

/** Stands in a page that is rendered once for what differs by reader; may stand in text and in attributes. */
export const slot = (name: string): string => `${mark}[${name}]`

/** A page cut at its slots: bytes, name, bytes, name, … bytes; and what goes into a slot for most readers. */
export type CutPage = { texts: Bytes[]; names: string[]; usual: Map<string, Bytes> }

export function cutPage(html: string, usual: (name: string) => string): CutPage {
  const parts = html.split(slots)
  const names = parts.filter((_, i) => i % 2 === 1)
  return {
    texts: parts.filter((_, i) => i % 2 === 0).map((text) => Buffer.from(text)),
    names,
    usual: new Map(names.map((name) => [name, Buffer.from(usual(name))])),
  }
}

/** The page for one reader: `own` is what stands in slots where this reader differs. */
export function fillPage({ texts, names, usual }: CutPage, own: ReadonlyMap<string, string>): Bytes {
  const parts: Bytes[] = []
  for (const [i, text] of texts.entries()) {
    parts.push(text)
    const name = names[i]
    if (name === undefined) continue
    const mine = own.get(name)
    parts.push(mine === undefined ? usual.get(name)! : Buffer.from(mine))
  }
  return Buffer.concat(parts)
}
