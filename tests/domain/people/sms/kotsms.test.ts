import { beforeEach, expect, test } from 'vitest'
import { kotsms } from '../../../../src/domain/people/sms/kotsms'
import { KotsmsEmulator } from '../../../support/kotsms'

let vendor: KotsmsEmulator
beforeEach(() => {
  vendor = new KotsmsEmulator()
})

const sender = (password = 'demo') =>
  kotsms({ baseUrl: 'https://sms.test:8515/kotsms', username: 'demo', password }, vendor.send)
const message = {
  id: '0f8b6a52-6e1e-4a0e-9d59-000000000001',
  phone: '+886912345678',
  text: '您的驗證碼是123456',
  code: '123456',
}

test('a code leaves as the wire asks: a form in UTF-8, the number as dialled in Taiwan, our key with it', async () => {
  expect(await sender().send(message)).toEqual({ status: 'sent', externalRef: '#000000001' })
  const [{ url, fields }] = vendor.heard as [(typeof vendor.heard)[0]]
  expect(url).toBe('https://sms.test:8515/kotsms/SmSend?CharsetURL=UTF8')
  expect(fields.toString()).toBe(
    'username=demo&password=demo&dstaddr=0912345678&smbody=%E6%82%A8%E7%9A%84%E9%A9%97%E8%AD%89%E7%A2%BC%E6%98%AF123456&clientid=0f8b6a52-6e1e-4a0e-9d59-000000000001',
  )
})

test('a number abroad keeps its country code without the sign, a line break is the byte 0x06', async () => {
  await sender().send({ ...message, phone: '+85291234567', text: 'one\r\ntwo' })
  expect([...vendor.sent.values()]).toMatchObject([{ dstaddr: '85291234567', smbody: 'one\u0006two' }])
})

test('an answer lost on the way is unknown; the next try under the same key sends nothing twice and learns what became of it', async () => {
  vendor.next = ['lost']
  expect(await sender().send(message)).toMatchObject({ status: 'unknown', isRetryable: true })
  expect(await sender().send(message)).toEqual({ status: 'sent', externalRef: '#000000001' })
  expect([vendor.heard.length, vendor.sent.size]).toEqual([2, 1])
})

test.each(['0', '1', '2', '4'])('status %s is accepted', async (statuscode) => {
  vendor.next = [{ statuscode }]
  expect(await sender().send(message)).toMatchObject({ status: 'sent' })
})

test.each(['5', '6', '7', '8', '9', 'c', 'd', 'f', 'h', 'k', 'm', 'n', 'p', 's', 't', 'u', 'v', 'w', 'x', 'y', 'z'])(
  'status %s is a no, and trying again would not help',
  async (statuscode) => {
    vendor.next = [{ statuscode }]
    expect(await sender().send(message)).toEqual({ status: 'failed', error: statuscode, isRetryable: false })
  },
)

test.each(['a', 'b', 'l', 'r', '*'])('status %s passes: another try may go through', async (statuscode) => {
  vendor.next = [{ statuscode }]
  expect(await sender().send(message)).toMatchObject({ status: 'failed', isRetryable: true })
})

test('a bare letter is an answer too: a wrong password is not tried again', async () => {
  expect(await sender('stolen').send(message)).toEqual({ status: 'failed', error: 'e', isRetryable: false })
  vendor.next = [{ letter: 'l\r\n' }]
  expect(await sender().send(message)).toMatchObject({ error: 'l', isRetryable: true })
})

test.each([
  ['their server fails', { http: 503 }, { status: 'unknown', isRetryable: true }],
  ['their address is wrong', { http: 404 }, { status: 'failed', isRetryable: false }],
  ['the line is dead', 'dead', { status: 'unknown', isRetryable: true }],
  ['the answer is a web page', { body: '<html>hello</html>' }, { status: 'unknown', isRetryable: true }],
] as const)('when %s', async (_what, how, expected) => {
  vendor.next = [how]
  expect(await sender().send(message)).toMatchObject(expected)
})
