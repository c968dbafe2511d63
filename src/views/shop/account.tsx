import type { FC } from 'hono/jsx'
import type { ProviderName } from '../../domain/people/identities/provider'
import type { AccountView } from '../../domain/people/profile/account-view'
import { paths } from '../paths'
import { Document } from '../ui/document'
import { Icon } from '../ui/icon'
import { useView } from '../ui/view'
import { dateText } from '../ui/words'
import { Book } from './account-book'
import { Door } from './account-door'
import { Me } from './account-me'
import { Bye, Say, Where } from './account-rest'
import { type ListedOrder, LiveOrder } from './order-rows'

export const accountFields = [
  'name',
  'birth',
  'gender',
  'phone',
  'email',
  'password',
  'pin',
  'line',
  'google',
  'address',
  'delete',
] as const
export type AccountField = (typeof accountFields)[number]

export type AccountProps = {
  account: AccountView
  /** Orders that are on their way. */
  live: ListedOrder[]
  /** When they last came. */
  lastCameAt: Date | null
  /** The line that stands open as a form; `id` of an address. */
  edit: { field: AccountField; id?: string | undefined } | null
  typed?: Record<string, string | undefined>
  /** Words by field; `form` is about the whole. */
  errors?: Record<string, string>
  canSend: boolean
  /** Who else may open an account here. */
  providers: ProviderName[]
}

const sections = ['orders', 'me', 'door', 'book', 'say', 'where', 'bye'] as const

export const AccountPanel: FC<AccountProps> = (props) => {
  const { account, live, lastCameAt } = props
  const { t, lang } = useView()
  const count = account.orderCount
  const last = lastCameAt && dateText(lastCameAt, lang, 'Asia/Taipei', { month: 'numeric', day: 'numeric' })
  return (
    <div class="lg:grid lg:grid-cols-2 lg:gap-x-12" id="account-panel">
      <section id="orders" aria-labelledby="orders-h" class="lg:col-span-2">
        <h2 class="sr-only" id="orders-h">
          {t('account.section.orders')}
        </h2>
        <div class="grid gap-3">
          {live.map((listed) => (
            <LiveOrder {...listed} />
          ))}
        </div>
        <a class="mt-2 flex min-h-13 items-center gap-3 border-b border-line" href={paths.myOrders.href({})}>
          <Icon name="receipt-text" class="text-muted" />
          {t('account.past_orders')}
          <span class="num ms-auto text-sm text-muted">
            {last ? t('account.past_last', { count, day: last }) : t('account.past_count', { count })}
          </span>
          <Icon name="chevron-right" class="text-muted" />
        </a>
      </section>
      <Me {...props} />
      <Door {...props} />
      <Book {...props} />
      <Say {...props} />
      <Where {...props} />
      <Bye {...props} />
    </div>
  )
}

const Sections: FC = () => {
  const { t } = useView()
  return (
    <>
      {sections.map((id, n) => (
        <a href={`#${id}`} {...(n === 0 ? { 'aria-current': 'true' as const } : {})}>
          {t(`account.section.${id}`)}
        </a>
      ))}
    </>
  )
}

export const AccountPage: FC<AccountProps> = (props) => {
  const { t, lang } = useView()
  const { account } = props
  const since = dateText(account.createdAt, lang, 'Asia/Taipei', { year: 'numeric', month: 'long' })
  return (
    <Document title={t('account.title')} scripts={['reveal.js', 'account.js']}>
      <header class="mx-auto flex h-14 max-w-[64rem] items-center px-1 md:px-6 lg:mt-4">
        <a class="btn btn-ghost btn-square" href={paths.home.href({})} aria-label={t('ui.go_home')}>
          <Icon name="arrow-left" />
        </a>
        <p class="font-bold lg:text-lg">{t('account.title')}</p>
        <form class="ms-auto pe-3" method="post" action={paths.signOut.href({})}>
          <button class="act" type="submit">
            {t('auth.sign_out')}
          </button>
        </form>
      </header>
      <section class="mx-auto max-w-[64rem] px-4 pt-2 md:px-8" aria-label={t('account.you')}>
        <div class="flex items-center gap-4">
          <span class="face size-14 text-2xl" aria-hidden="true">
            {[...account.calledName][0]?.toUpperCase()}
          </span>
          <div class="min-w-0 flex-1">
            <h1 class="text-xl leading-8">{account.calledName}</h1>
            <p class="num text-sm text-muted">{t('account.since', { since, count: account.orderCount })}</p>
          </div>
        </div>
      </section>
      <div class="catbar mt-3 lg:hidden">
        <nav
          class="catbar-scroll flex gap-5 overflow-x-auto px-4 pe-10 md:px-8 [&>a]:min-w-11 [&>a]:flex-none [&>a]:justify-center"
          aria-label={t('account.on_page')}
        >
          <Sections />
        </nav>
      </div>
      <div class="mx-auto grid max-w-[64rem] px-4 pt-4 pb-16 md:px-8 lg:grid-cols-[10.5rem_minmax(0,1fr)] lg:gap-12 lg:pt-8">
        <aside class="hidden lg:block">
          <nav class="catrail sticky top-8" aria-label={t('account.on_page')}>
            <Sections />
          </nav>
        </aside>
        <main id="main" class="min-w-0">
          <AccountPanel {...props} />
        </main>
      </div>
    </Document>
  )
}

export const accountScreen = { Page: AccountPage, Panel: AccountPanel }
