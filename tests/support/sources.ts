import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

export type Source = { path: string; text: string; lines: number; imports: Import[] }
export type Import = { target: string; isTypeOnly: boolean }

const generated = ['src/db/types.ts']
const statement = /^(?:import|export)\s+(type\s+)?([^'"`;]*?)from\s+'([^']+)'/gm
const dynamic = /\bimport\('([^']+)'\)/g

/** Every hand-written TypeScript file under src/, with what it imports from within the project (paths without their endings). */
export const sources: Source[] = globSync('src/**/*.{ts,tsx}')
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => !generated.includes(path))
  .sort()
  .map((path) => {
    const text = readFileSync(path, 'utf8')
    return { path, text, lines: text.split('\n').length - 1, imports: importsOf(path, text) }
  })

function importsOf(path: string, text: string): Import[] {
  const target = (specifier: string) => join(dirname(path), specifier).replaceAll('\\', '/')
  const found = [...text.matchAll(statement)].map(([, type, names, from]) => ({
    from: from!,
    isTypeOnly: Boolean(type) || areTypes(names!),
  }))
  const lazy = [...text.matchAll(dynamic)].map(([, from]) => ({ from: from!, isTypeOnly: false }))
  return [...found, ...lazy]
    .filter(({ from }) => from.startsWith('.'))
    .map(({ from, isTypeOnly }) => ({ target: target(from), isTypeOnly }))
}

/** `{ type A, type B }` imports no value. */
function areTypes(names: string): boolean {
  const inside = /^\{([^}]*)\}\s*$/.exec(names.trim())?.[1]
  const each =
    inside
      ?.split(',')
      .map((name) => name.trim())
      .filter(Boolean) ?? []
  return each.length > 0 && each.every((name) => name.startsWith('type '))
}

/** The text of a file without its comments. */
export const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, '')).replace(/(^|[\s;{(,])\/\/[^\n]*/g, '$1')

/** "path:line" of every place that matches, comments aside. */
export function places(files: Source[], pattern: RegExp): string[] {
  return files.flatMap(({ path, text }) =>
    withoutComments(text)
      .split('\n')
      .flatMap((line, i) => (pattern.test(line) ? [`${path}:${i + 1}`] : [])),
  )
}
