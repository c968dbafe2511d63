import { placeBySlugs } from '../../domain/brands/queries'
import { myOrders } from '../../domain/orders/queries'
import { accountView } from '../../domain/people/profile/account-view'
import { paths } from '../../views/paths'
import { type AccountField, type AccountProps, accountScreen } from '../../views/shop/account'
import { type C, wantsFragment } from '../kit/context'
import { NotFound, SignInNeeded } from '../kit/errors'
import { offeredProviders } from '../kit/identities'
import { sessionToken } from '../kit/session'
import { goTo, show } from '../kit/show'

/** Whose page this is: `need('signed_in')` has let them in. */
export function ownId(c: C): string {
  const { actor } = c.var
  if (actor.kind !== 'person') throw new SignInNeeded()
  return actor.accountId
}

const recent = 10

type Said = Pick<AccountProps, 'edit'> & Partial<Pick<AccountProps, 'typed' | 'errors'>>

/** Shows somebody's own page, perhaps with one line open for changing. */
export async function showAccount(c: C, said: Said = { edit: null }, status: 200 | 422 = 200): Promise<Response> {
  const { db, now, codes } = c.var.deps
  const [account, orders] = await Promise.all([
    accountView(db, ownId(c), sessionToken(c) ?? '', now()),
    myOrders(db, c.var.actor, { limit: recent }),
  ])
  if (!account) throw new NotFound()
  const isLive = ({ status: word }: (typeof orders.items)[number]) => word !== 'completed' && word !== 'cancelled'
  const live = await Promise.all(
    orders.items.filter(isLive).map(async (order) => ({
      order,
      place: await placeBySlugs(db, order.brand.slug, order.store.slug),
    })),
  )
  const lastCameAt = orders.items.find(({ status: word }) => word === 'completed')?.createdAt ?? null
  return show(
    c,
    accountScreen,
    { account, live, lastCameAt, canSend: codes.sender !== null, providers: offeredProviders(c), ...said },
    status,
  )
}

/** After a change: the page as it is now, at the place where it was changed. */
export const changed = (c: C, section: string): Promise<Response> | Response =>
  wantsFragment(c) ? showAccount(c) : goTo(c, `${paths.account.href({})}#${section}`)

/** What is wrong stands in the open line, and what was typed stays. */
export const wrong = (
  c: C,
  field: AccountField,
  errors: Record<string, string>,
  typed: Record<string, string | undefined> = {},
  id?: string,
): Promise<Response> => showAccount(c, { edit: { field, id }, errors, typed }, 422)
