import { sign } from 'hono/jwt'
import { describe, expect, test } from 'vitest'
import { lineLogin } from '../../../../src/domain/people/identities/line'
import { channel } from '../../../support/vendors'

const now = new Date('2026-01-15T04:00:00Z')
const nonce = 'n-1'
const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'
const claims = {
  iss: 'https://access.line.me',
  sub: 'U1',
  aud: channel.channelId,
  exp: 1_893_456_000,
  nonce,
  name: '小明',
}

/** LINE answering a token request with this body. */
const answering = (body: unknown, status = 200) =>
  lineLogin(channel, 'http://shop.test/oauth/line/callback', async (url, init) => {
    asked = { url, init, fields: new URLSearchParams(String(init.body)) }
    return new Response(typeof body === 'string' ? body : JSON.stringify(body), { status })
  })
let asked: { url: string; init: RequestInit; fields: URLSearchParams }
const signed = async (more: object, secret = channel.channelSecret, alg: 'HS256' | 'HS512' = 'HS256') =>
  answering({ id_token: await sign({ ...claims, ...more }, secret, alg) })

test('the way to LINE carries what its reference asks for, and the S256 challenge of the verifier', () => {
  const url = new URL(answering({}).authorizationUrl({ state: 's-1', nonce, verifier }, 'zh-Hant'))
  expect(url.origin + url.pathname).toBe('https://access.line.test/oauth2/v2.1/authorize')
  expect(Object.fromEntries(url.searchParams)).toEqual({
    response_type: 'code',
    client_id: '1234567890',
    redirect_uri: 'http://shop.test/oauth/line/callback',
    scope: 'openid profile email',
    state: 's-1',
    nonce: 'n-1',
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
    ui_locales: 'zh-TW',
  })
})

test('a channel without the right to addresses does not ask for them', () => {
  const login = lineLogin({ ...channel, asksEmail: false }, 'http://shop.test/back')
  const url = new URL(login.authorizationUrl({ state: 's', nonce, verifier }, 'en'))
  expect(url.searchParams.get('scope')).toBe('openid profile')
})

test('the code is changed for a token with id, secret and verifier in the form, and a time limit', async () => {
  await (await signed({})).identify('c-1', { nonce, verifier }, now)
  expect([asked.url, asked.init.method, asked.init.signal instanceof AbortSignal]).toEqual([
    'https://api.line.test/oauth2/v2.1/token',
    'POST',
    true,
  ])
  expect(Object.fromEntries(asked.fields)).toEqual({
    grant_type: 'authorization_code',
    code: 'c-1',
    redirect_uri: 'http://shop.test/oauth/line/callback',
    code_verifier: verifier,
    client_id: '1234567890',
    client_secret: 'line-channel-secret',
  })
})

test("a token signed under the channel's secret says who it is, as the published vector does", async () => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const vector = `${part({ typ: 'JWT', alg: 'HS256' })}.${part(claims)}.k6bRUkbPEEAgZ7l3BiqDzT5ybMZ2wbWFXGrx8mlqgnQ`
  const found = await answering({ id_token: vector }).identify('c', { nonce, verifier }, now)
  expect(found).toEqual({ ok: true, value: { provider: 'line', subject: 'U1', name: '小明', email: null } })
})

describe('what LINE gives does not hold:', () => {
  test.each([
    ['another nonce', { nonce: 'n-2' }, 'nonce'],
    ['no nonce', { nonce: undefined }, 'nonce'],
    ['another channel', { aud: '999' }, 'aud'],
    ['us among others', { aud: [channel.channelId, '999'] }, 'aud'],
    ['another issuer', { iss: 'https://access.line.test' }, 'iss'],
    ['a past time', { exp: now.getTime() / 1000 }, 'exp'],
    ['no end', { exp: undefined }, 'claims: exp'],
    ['nobody', { sub: '' }, 'claims: sub'],
  ])('a token for %s', async (_, more, detail) => {
    const found = await (await signed(more)).identify('c', { nonce, verifier }, now)
    expect(found).toEqual({ ok: false, refusal: { reason: 'bad_proof', detail } })
  })

  test.each([
    ['under another secret', () => signed({}, 'another secret')],
    ['under another algorithm', () => signed({}, channel.channelSecret, 'HS512')],
    ['not at all', async () => answering({ id_token: `${btoa('{"alg":"none"}')}.${btoa(JSON.stringify({}))}.` })],
    ['by nobody who knows JWTs', async () => answering({ id_token: 'no.token' })],
    ['nothing', async () => answering({ access_token: 'a' })],
  ])('signed %s', async (_, login) => {
    const found = await (await login()).identify('c', { nonce, verifier }, now)
    expect(found).toMatchObject({ ok: false, refusal: { reason: 'bad_proof' } })
  })
})

test.each([
  [500, 'busy', 'unreachable'],
  [429, '{}', 'unreachable'],
  [200, '<html>', 'unreachable'],
  [400, '{"error":"invalid_grant","error_description":"code expired"}', 'refused'],
  [401, 'no', 'refused'],
])('HTTP %i with %s is %s', async (status, body, reason) => {
  const found = await answering(body, status).identify('c', { nonce, verifier }, now)
  expect(found).toMatchObject({ ok: false, refusal: { reason } })
})
