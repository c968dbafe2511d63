import type { Db } from '../../src/db/connect'
import type { Gateway, Refunded, Standing, StartInput } from '../../src/domain/payments/gateway'
import type { EffectDeps } from '../../src/domain/shared/effect'
import { noCodes } from './codes'
import { noon } from './world'

type Charge = StartInput & {
  status: 'pending' | 'authorized' | 'approved' | 'declined' | 'cancelled'
  refunds: Map<string, number>
}

/** A payment provider in memory whose every answer a test can choose, and that counts what it was asked. */
export class TestGateway implements Gateway {
  readonly name = 'demo'
  readonly charges = new Map<string, Charge>()
  /** The next answers are lost on the way, though the provider has heard: by kind of call. */
  lost = { start: 0, query: 0, refund: 0 }
  /** The next refunds fail before they are heard. */
  failing = { refund: 0, error: 'bank is down' }
  asked = { start: 0, query: 0, confirm: 0, refund: 0 }

  async start(input: StartInput) {
    this.asked.start++
    const ref = `ref-${input.attemptId}`
    if (!this.charges.has(ref)) this.charges.set(ref, { ...input, status: 'pending', refunds: new Map() })
    if (this.lost.start-- > 0) return { status: 'unknown' as const, error: 'timeout' }
    this.lost.start = 0
    return { status: 'started' as const, externalRef: ref, paymentUrl: `https://bank.test/${ref}` }
  }

  async confirm(externalRef: string, expected: { amount: number }): Promise<Standing> {
    this.asked.confirm++
    const charge = this.charges.get(externalRef)
    if (charge?.status === 'authorized' && charge.amount === expected.amount) charge.status = 'approved'
    return this.standing(externalRef)
  }

  async query({ externalRef, attemptId }: { externalRef: string | null; attemptId: string }): Promise<Standing> {
    this.asked.query++
    if (this.lost.query > 0) {
      this.lost.query--
      return { status: 'unknown', error: 'timeout' }
    }
    return this.standing(externalRef ?? `ref-${attemptId}`)
  }

  async refund(externalRef: string, amount: number, idempotencyKey: string): Promise<Refunded> {
    this.asked.refund++
    if (this.failing.refund > 0) {
      this.failing.refund--
      return { status: 'unknown', error: this.failing.error }
    }
    const charge = this.charges.get(externalRef)
    if (charge?.status !== 'approved') return { status: 'refused', error: 'no such payment' }
    charge.refunds.set(idempotencyKey, amount)
    if (this.lost.refund > 0) {
      this.lost.refund--
      return { status: 'unknown', error: 'timeout' }
    }
    return { status: 'done', externalRef: idempotencyKey }
  }

  async parseCallback(request: Request) {
    const externalRef = new URL(request.url).searchParams.get('ref')
    return externalRef ? { externalRef, standing: null } : null
  }

  standing(externalRef: string): Standing {
    const charge = this.charges.get(externalRef)
    if (!charge) return { status: 'expired', error: 'unknown charge' }
    const { amount, currency, attemptId, status } = charge
    if (status === 'approved') return { status, amount, currency, attemptId }
    return status === 'pending' || status === 'authorized' ? { status } : { status, error: 'no' }
  }

  set(externalRef: string, status: Charge['status']): void {
    this.charges.get(externalRef)!.status = status
  }

  /** Money the provider keeps of everything it took. */
  get kept(): number {
    return [...this.charges.values()].reduce(
      (sum, { status, amount, refunds }) =>
        status === 'approved' ? sum + amount - [...refunds.values()].reduce((a, b) => a + b, 0) : sum,
      0,
    )
  }
}

export type TestDeps = EffectDeps & { gateway: TestGateway; setNow(now: Date): void }

/** What effects are given in tests: this database, a provider in memory, and a clock that stands until it is set. */
export function testDeps(db: Db, now = noon): TestDeps {
  let clock = now
  const gateway = new TestGateway()
  return {
    db,
    gateways: { byName: { demo: gateway }, online: 'demo' },
    codes: noCodes,
    gateway,
    now: () => clock,
    setNow: (to) => {
      clock = to
    },
  }
}
