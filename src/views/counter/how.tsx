import type { FC } from 'hono/jsx'
import type { OrderType } from '../../domain/orders/lifecycle'
import { Icon, type IconName } from '../ui/icon'
import { useView } from '../ui/view'

const icons: Record<OrderType, IconName> = { dine_in: 'utensils', takeout: 'shopping-bag', delivery: 'scooter' }

/** How the meal leaves: the table's name when it stays. */
export const HowTag: FC<{ orderType: OrderType; tableLabel: string }> = ({ orderType, tableLabel }) => (
  <span class="tag">
    <Icon name={icons[orderType]} />
    {orderType === 'dine_in' && tableLabel ? tableLabel : useView().t(`orders.type.${orderType}`)}
  </span>
)
