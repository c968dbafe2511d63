import { readFile } from 'node:fs/promises'

const list = 'src/views/ui/icon.tsx'
/** Ours; every other icon is Lucide's. */
const own = {
  scooter:
    '<path d="M21 4h-3.5l2 11.05"/><path d="M6.95 17h5.142c.523 0 .95-.406 1.063-.916a6.5 6.5 0 0 1 5.345-5.009"/><circle cx="19.5" cy="17.5" r="2.5"/><circle cx="4.5" cy="17.5" r="2.5"/>',
}

/** One file with a symbol `i-<name>` for every name that views/ui/icon.tsx lists. */
export async function icons() {
  const names = /iconNames = \[([^\]]*)\]/.exec(await readFile(list, 'utf8'))?.[1].match(/[a-z0-9-]+/g) ?? []
  const symbols = await Promise.all(names.sort().map(symbol))
  return [{ name: 'icons.svg', body: `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>` }]
}

async function symbol(name) {
  return `<symbol id="i-${name}" viewBox="0 0 24 24">${own[name] ?? (await lucide(name))}</symbol>`
}

async function lucide(name) {
  const text = await readFile(`node_modules/lucide-static/icons/${name}.svg`, 'utf8').catch(() => {
    throw new Error(`${list} names the icon "${name}", which lucide-static does not have`)
  })
  const inside = text.slice(text.indexOf('>', text.indexOf('<svg')) + 1, text.lastIndexOf('</svg>'))
  return inside.replace(/\s+/g, ' ').replace(/> </g, '><').replaceAll(' />', '/>').trim()
}
