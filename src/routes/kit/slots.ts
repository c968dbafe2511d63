import { randomUUID } from 'node:crypto'

type Bytes = Uint8Array<ArrayBuffer>

/** Unguessable, so that no text of a page can pass for a slot. */
const mark = `slot-${randomUUID().slice(0, 8)}`
const slots = new RegExp(`${mark}\\[([^\\]]*)\\]`)

/** Stands in a page that is rendered once for what differs by reader; may stand in text and in attributes. */
export const slot = (name: string): string => `${mark}[${name}]`

/** A page cut at its slots: bytes, name, bytes, name, … bytes; and what goes into a slot for most readers. */
export type CutPage = { texts: Bytes[]; names: string[]; usual: Map<string, CutPage> }

export function cutPage(html: string, usual: (name: string) => string): CutPage {
  const parts = html.split(slots)
  const names = parts.filter((_, i) => i % 2 === 1)
  return {
    texts: parts.filter((_, i) => i % 2 === 0).map((text) => Buffer.from(text)),
    names,
    usual: new Map(names.map((name) => [name, cutPage(usual(name), () => '')])),
  }
}

/** The page for one reader: `own` is what stands in slots where this reader differs; what usually stands there may have slots too. */
export function fillPage(page: CutPage, own: ReadonlyMap<string, string>): Bytes {
  const parts: Bytes[] = []
  collect(page, own, parts)
  return Buffer.concat(parts)
}

function collect({ texts, names, usual }: CutPage, own: ReadonlyMap<string, string>, parts: Bytes[]): void {
  for (const [i, text] of texts.entries()) {
    parts.push(text)
    const name = names[i]
    if (name === undefined) continue
    const mine = own.get(name)
    const known = usual.get(name)
    if (mine !== undefined) parts.push(Buffer.from(mine))
    else if (known) collect(known, own, parts)
  }
}
