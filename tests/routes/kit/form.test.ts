import { Hono } from 'hono'
import { expect, test } from 'vitest'
import type { AppEnv } from '../../../src/routes/kit/context'
import { formOf } from '../../../src/routes/kit/form'

const app = new Hono<AppEnv>()
app.post('/', async (c) => c.json(await formOf(c)))
const sent = async (body: URLSearchParams | FormData | string) =>
  (await app.request('/', { method: 'POST', body })).json()

test('a name sent several times is a list, whichever way the form was sent', async () => {
  const fields: [string, string][] = [
    ['dish', '炸醬麵 & 湯'],
    ['option', 'a'],
    ['option', 'b'],
    ['option', 'c'],
    ['note', ''],
  ]
  const several = new FormData()
  for (const [name, value] of fields) several.append(name, value)
  const expected = { dish: '炸醬麵 & 湯', option: ['a', 'b', 'c'], note: '' }
  expect(await sent(new URLSearchParams(fields))).toEqual(expected)
  expect(await sent(several)).toEqual(expected)
})

test('what is no form has no fields', async () => {
  expect(await sent('{"dish":1}')).toEqual({})
})
