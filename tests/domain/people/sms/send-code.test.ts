import { expect, test } from 'vitest'
import { codeOf } from '../../../../src/domain/people/codes/code'
import { issueCode } from '../../../../src/domain/people/codes/issue-code'
import { kotsms } from '../../../../src/domain/people/sms/kotsms'
import { sendCode } from '../../../../src/domain/people/sms/send-code'
import type { EffectDeps } from '../../../../src/domain/shared/effect'
import { noCodes } from '../../../support/codes'
import { rolledBack } from '../../../support/db'
import { KotsmsEmulator } from '../../../support/kotsms'
import { noon } from '../../../support/world'

const { secret } = noCodes
const asked = { phone: '+886912345678', accountId: null, payload: {}, visitor: 'v', lang: 'zh-Hant' as const }

const sending = <T>(purpose: 'sign_up' | 'reset', work: (world: Awaited<ReturnType<typeof worldOf>>) => Promise<T>) =>
  rolledBack(async (tx) => work(await worldOf(tx, purpose)))

async function worldOf(tx: Parameters<typeof issueCode>[0], purpose: 'sign_up' | 'reset') {
  const vendor = new KotsmsEmulator()
  const sender = kotsms({ baseUrl: 'https://sms.test', username: 'demo', password: 'demo' }, vendor.send)
  const id = await issueCode(tx, noon, secret, { ...asked, purpose })
  const go = (attempt = 1, now = noon) => {
    const deps: EffectDeps = {
      db: tx,
      gateways: { byName: {}, online: 'demo' },
      codes: { ...noCodes, sender },
      now: () => now,
    }
    return sendCode(deps, { codeId: id, lang: 'zh-Hant' }, { id: '1', attempt, maxAttempts: 4 })
  }
  const noted = () => tx.selectFrom('smsMessage').selectAll().where('id', '=', id).executeTakeFirst()
  return { tx, vendor, id, go, noted }
}

test('R32: a message is noted without its text, and the gateway knows it by the id of the issue', () =>
  sending('sign_up', async ({ vendor, id, go, noted }) => {
    await go()
    expect([...vendor.sent]).toMatchObject([[id, { dstaddr: '0912345678', smbody: codeOf(secret, id) }]])
    expect(await noted()).toMatchObject({
      phone: '+886912345678',
      gateway: 'kotsms',
      status: 'sent',
      externalRef: '#000000001',
    })
    expect(JSON.stringify(await noted())).not.toContain(codeOf(secret, id))
  }))

test('a timeout is unknown and tried again; the guest gets one message', () =>
  sending('sign_up', async ({ vendor, go, noted }) => {
    vendor.next = ['lost']
    await expect(go()).rejects.toThrow('kotsms')
    expect(await noted()).toMatchObject({ status: 'unknown' })
    await go(2)
    expect(await noted()).toMatchObject({ status: 'sent', error: null })
    expect(vendor.sent.size).toBe(1)
  }))

test('what the gateway refuses for good is written down and not tried again', () =>
  sending('sign_up', async ({ vendor, go, noted }) => {
    vendor.next = [{ statuscode: 'p' }]
    await go()
    expect(await noted()).toMatchObject({ status: 'failed', error: 'p' })
  }))

test('after the last try it stays unknown', () =>
  sending('sign_up', async ({ vendor, go, noted }) => {
    vendor.next = ['dead']
    await go(4)
    expect(await noted()).toMatchObject({ status: 'unknown' })
  }))

test('a code that has run out is not sent late', () =>
  sending('sign_up', async ({ vendor, go, noted }) => {
    await go(2, new Date(noon.getTime() + 600_000))
    expect([vendor.heard.length, await noted()]).toEqual([0, undefined])
  }))

test('R32: a reset for a phone that no account has sends nothing', () =>
  sending('reset', async ({ vendor, go }) => {
    await go()
    expect(vendor.heard).toEqual([])
  }))
