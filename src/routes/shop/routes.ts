import { router } from '../kit/audience'
import { accent } from './accent'
import { account } from './account'
import { accountBook } from './account-book'
import { accountDoor } from './account-door'
import { accountIdentities } from './account-identities'
import { accountPhone } from './account-phone'
import { accountPin } from './account-pin'
import { again } from './again'
import { cancellation } from './cancellation'
import { cart } from './cart'
import { cartLines } from './cart-lines'
import { checkout } from './checkout'
import { dish } from './dish'
import { home } from './home'
import { language } from './language'
import { menu } from './menu'
import { order } from './order'
import { orders } from './orders'
import { payment } from './payment'

/** Customers in any browser. The menu's two-part path comes last: it would take any other's. */
export const shop = router()
for (const route of [
  accent,
  language,
  account,
  accountBook,
  accountDoor,
  accountIdentities,
  accountPhone,
  accountPin,
  orders,
  order,
  payment,
  cancellation,
  again,
  cart,
  cartLines,
  checkout,
  dish,
  home,
  menu,
])
  shop.route('/', route)
