import type { FC } from 'hono/jsx'
import type { Store } from '../../domain/brands/store-view'
import type { OrderType } from '../../domain/cart/price-cart'
import { Icon, type IconName } from '../ui/icon'
import { useView } from '../ui/view'

const modes = ['dine_in', 'takeout', 'delivery'] as const
export const modeIcons: Record<OrderType, IconName> = {
  dine_in: 'utensils',
  takeout: 'shopping-bag',
  delivery: 'scooter',
}

type Selling = Pick<Store, 'takesDineIn' | 'takesTakeout' | 'takesDelivery' | 'prepMinutes' | 'deliveryMinutes'>

const takes = (store: Selling, mode: OrderType): boolean =>
  mode === 'dine_in' ? store.takesDineIn : mode === 'takeout' ? store.takesTakeout : store.takesDelivery

/** Minutes from an order now until it is there, as a span that can be kept. */
export function minutesOf(store: Selling, mode: OrderType): { from: number; to: number } {
  const from = store.prepMinutes + (mode === 'delivery' ? store.deliveryMinutes : 0)
  return { from, to: from + (from < 10 ? 3 : from < 30 ? 5 : 10) }
}

/** How the meal is to be had, as three places of one switch. Attributes of the inputs come from the form around it. */
export const Modes: FC<{ store: Selling; chosen: OrderType; class?: string; inputs?: Record<string, string> }> = (
  props,
) => {
  const { t } = useView()
  return (
    <div class={props.class ? `modes ${props.class}` : 'modes'}>
      {modes.map((mode) => (
        <label>
          <span>
            <Icon name={modeIcons[mode]} class="size-[1.125rem]" />
            {t(`orders.type.${mode}`)}
          </span>
          <small class="num">
            {!takes(props.store, mode)
              ? t(`shop.mode.${mode}_off`)
              : mode === 'dine_in'
                ? t('shop.mode.dine_in_hint')
                : t('shop.mode.minutes', minutesOf(props.store, mode))}
          </small>
          <input
            type="radio"
            name="orderType"
            value={mode}
            checked={mode === props.chosen}
            disabled={!takes(props.store, mode)}
            {...props.inputs}
          />
        </label>
      ))}
    </div>
  )
}
