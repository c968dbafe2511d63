import type { FC } from 'hono/jsx'
import { useView } from './view'

/** Icons of the sprite, by their Lucide names (`scooter` is our own). The build takes exactly these. */
export const iconNames = [
  'arrow-down', 'arrow-left', 'arrow-right', 'arrow-up', 'banknote', 'bell', 'bell-ring', 'bike', 'check', 'chevron-down',
  'chevron-left', 'chevron-right', 'chevron-up', 'chevrons-up-down', 'circle-alert', 'circle-check', 'circle-pause', 'circle-x', 'clock', 'credit-card',
  'delete', 'download', 'ellipsis', 'eye', 'eye-off', 'flame', 'globe', 'house', 'info', 'keyboard', 'languages', 'layout-grid', 'leaf', 'list', 'lock', 'log-out', 'map-pin',
  'megaphone', 'menu', 'message-square', 'minus', 'monitor', 'package', 'pause', 'phone', 'play', 'plus', 'printer', 'receipt-text', 'refresh-cw',
  'rotate-ccw', 'rotate-cw', 'scooter', 'search', 'settings', 'shopping-bag', 'smartphone', 'snowflake', 'sprout', 'store', 'tablet',
  'ticket', 'trash-2', 'triangle-alert', 'undo-2', 'user-round', 'users', 'utensils', 'volume-2', 'volume-x', 'wallet', 'wifi-off', 'workflow', 'x',
] as const

export type IconName = (typeof iconNames)[number]

/** A decorative icon; give the words beside it or an aria-label on its button. */
export const Icon: FC<{ name: IconName; class?: string }> = ({ name, class: extra }) => (
  <svg class={extra ? `icon ${extra}` : 'icon'} aria-hidden="true">
    <use href={`${useView().asset('icons.svg')}#i-${name}`} />
  </svg>
)
