import type { FC } from 'hono/jsx'
import type { DemoCharge, DemoChoice } from '../../domain/payments/demo/bank'
import { paths } from '../paths'
import { Document } from '../ui/document'
import { moneyText } from '../ui/money'
import { useView } from '../ui/view'

export type PayProps = {
  charge: DemoCharge
  /** What was just chosen, when it leads nowhere else. */
  chosen?: DemoChoice | undefined
}

const lateSeconds = [5, 30, 120, 900] as const

/** The demo bank's own page: plainly not the shop's, and plainly no real money. */
export const PayPage: FC<PayProps> = ({ charge, chosen }) => {
  const { t, lang } = useView()
  const isLate = charge.status === 'pending' && charge.approvesAt !== null
  const isOpen = charge.status === 'pending' && !isLate
  const said = chosen ?? (isLate ? 'approve_late' : undefined)
  return (
    <Document title={t('gateway.title')} bodyClass="bank">
      <header class="bank-head">
        <p class="bank-name">{t('gateway.name')}</p>
        <p>{t('gateway.not_real')}</p>
      </header>
      <main id="main" class="bank-main">
        <h1>{t(charge.status === 'pending' ? 'gateway.asks' : 'gateway.done')}</h1>
        <dl class="bank-facts">
          <div>
            <dt>{t('gateway.shop')}</dt>
            <dd>{charge.title}</dd>
          </div>
          <div>
            <dt>{t('gateway.amount')}</dt>
            <dd class="num bank-amount">{moneyText(charge.amount, lang, charge.currency)}</dd>
          </div>
          <div>
            <dt>{t('gateway.reference')}</dt>
            <dd class="bank-ref">{charge.id}</dd>
          </div>
          {!isOpen && (
            <div>
              <dt>{t('gateway.status')}</dt>
              <dd>
                <b>{t(`gateway.status_${charge.status}`)}</b>
                {charge.refundedAmount > 0 && (
                  <> {t('gateway.refunded', { amount: moneyText(charge.refundedAmount, lang, charge.currency) })}</>
                )}
              </dd>
            </div>
          )}
        </dl>
        {said && (
          <p class="bank-said" role="status">
            {t(`gateway.said_${said}`)}
          </p>
        )}
        {isOpen && !said ? <Choices charge={charge} /> : <WayBack charge={charge} />}
      </main>
    </Document>
  )
}

const Choices: FC<{ charge: DemoCharge }> = ({ charge }) => {
  const { t } = useView()
  return (
    <form method="post" action={paths.demoGatewayDecision.href({ charge: charge.id })} class="bank-choices">
      <Choice choice="approve" class="is-yes" />
      <Choice choice="decline" />
      <Choice choice="cancel" />
      <fieldset>
        <legend>{t('gateway.odd')}</legend>
        <Choice choice="call_back_twice" />
        <Choice choice="time_out" />
        <div class="bank-late">
          <Choice choice="approve_late" />
          <label>
            {t('gateway.after')}{' '}
            <select name="late">
              {lateSeconds.map((seconds) => (
                <option value={seconds}>{t('gateway.seconds', { seconds })}</option>
              ))}
            </select>
          </label>
        </div>
      </fieldset>
    </form>
  )
}

const Choice: FC<{ choice: DemoChoice; class?: string }> = ({ choice, class: extra }) => {
  const { t } = useView()
  return (
    <button type="submit" name="choice" value={choice} class={extra}>
      {t(`gateway.choose_${choice}`)}
      <small>{t(`gateway.choose_${choice}_means`)}</small>
    </button>
  )
}

const WayBack: FC<{ charge: DemoCharge }> = ({ charge }) => (
  <p>
    <a class="bank-back" href={charge.returnUrl}>
      {useView().t('gateway.back')}
    </a>
  </p>
)
