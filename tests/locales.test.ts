import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { deliveryLife } from '../src/domain/deliveries/lifecycle'
import { langs } from '../src/domain/shared/ctx'
import { ticketLife } from '../src/domain/tickets/lifecycle'
import { resources } from '../src/views/locales/resources'
import { sources, withoutComments } from './support/sources'

type Words = { [key: string]: string | Words }

const directory = 'src/views/locales'
const words = Object.fromEntries(langs.map((lang) => [lang, flat(resources[lang].words as Words)]))
const [mother, ...others] = langs

function flat(tree: Words, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]): [string, string][] =>
      typeof value === 'string' ? [[prefix + key, value]] : [...flat(value, `${prefix}${key}.`)],
    ),
  )
}

/** i18next's plural endings: a language has those that its grammar needs. */
const base = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, '')
const keysOf = (lang: string) => [...new Set([...words[lang]!.keys()].map(base))].sort()
const placeholders = (text: string) =>
  [...new Set(text.match(/\{\{\s*\w+/g) ?? [])].map((name) => name.replace(/\W/g, '')).sort()

test.each(langs)('every file of %s is loaded', (lang) => {
  const files = readdirSync(join(directory, lang)).map((name) => name.replace('.json', ''))
  expect(Object.keys(resources[lang].words).sort()).toEqual(files.sort())
})

test.each(others)('%s has the words of the mother tongue, all and no others', (lang) => {
  expect(keysOf(lang)).toEqual(keysOf(mother!))
})

test.each(others)('%s fills the same gaps in every sentence (a count may be left out)', (lang) => {
  const gaps = (text: string) => placeholders(text).filter((name) => name !== 'count')
  const inMother = new Map([...words[mother!]!].map(([key, text]) => [base(key), gaps(text).join()]))
  const different = [...words[lang]!].filter(([key, text]) => gaps(text).join() !== (inMother.get(base(key)) ?? ''))
  expect(different.map(([key]) => key)).toEqual([])
})

test('no word is empty in every language (in one it may be, where word order asks for none)', () => {
  const isEmpty = (key: string) => langs.every((lang) => words[lang]!.get(key)?.trim() === '')
  expect([...words[mother!]!.keys()].filter(isEmpty)).toEqual([])
})

test('every word that the code asks for exists', () => {
  const known = new Set([...keysOf(mother!), ...words[mother!]!.keys()])
  const asked = sources.flatMap(({ path, text }) =>
    [...withoutComments(text).matchAll(/\bt\(\s*'([^']+)'/g)].map(([, key]) => ({ path, key: key! })),
  )
  expect(asked.length).toBeGreaterThan(100)
  expect(asked.filter(({ key }) => !known.has(key)).map(({ path, key }) => `${path}: ${key}`)).toEqual([])
})

test('every word that the code composes has a family in the locales', () => {
  const known = keysOf(mother!)
  const composed = sources.flatMap(({ path, text }) =>
    [...withoutComments(text).matchAll(/\bt\(\s*`([^`$]*)\$\{/g)].map(([, prefix]) => ({ path, prefix: prefix! })),
  )
  const orphans = composed.filter(({ prefix }) => prefix && !known.some((key) => key.startsWith(prefix)))
  expect(orphans.map(({ path, prefix }) => `${path}: ${prefix}…`)).toEqual([])
})

test('every word in the locales is used somewhere', () => {
  const code = sources.map(({ text }) => text).join('\n')
  const families = [...code.matchAll(/`([a-z_]+\.[\w.]*?)\$\{/g)].map(([, prefix]) => prefix!)
  const unused = keysOf(mother!).filter(
    (key) => !code.includes(key) && !families.some((prefix) => key.startsWith(prefix)),
  )
  expect(unused).toEqual([])
})

test('the files are plain JSON with two spaces, keys in one order in both languages', () => {
  const wrong = langs.flatMap((lang) =>
    readdirSync(join(directory, lang)).filter((name) => {
      const text = readFileSync(join(directory, lang, name), 'utf8')
      return text !== `${JSON.stringify(JSON.parse(text), null, 2)}\n`
    }),
  )
  expect(wrong).toEqual([])
})

test('every act that the log keeps has its words', () => {
  const named = sources
    .flatMap(({ text }) => withoutComments(text).match(/\baction:[^\n]*/g) ?? [])
    .flatMap((line) => [...line.matchAll(/'([a-z]+\.\w+)'/g)].map(([, act]) => act!))
  const events = (life: object) => new Set(Object.values(life).flatMap((from) => Object.keys(from)))
  const composed = [
    ...[...events(ticketLife)].map((event) => `ticket.${event}`),
    ...[...events(deliveryLife)].map((event) => `delivery.${event}`),
  ]
  expect(named.length).toBeGreaterThan(30)
  const acts = new Set([...named, ...composed])
  const silent = [...acts].filter((act) => !words[mother!]!.has(`audit.action.${act}`))
  expect(silent).toEqual([])
})
