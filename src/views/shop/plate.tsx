import type { FC } from 'hono/jsx'
import type { MenuDish } from '../../domain/menu/content'
import { Picture } from '../ui/picture'

type PlateProps = {
  dish: Pick<MenuDish, 'picture' | 'plate' | 'isDrink'>
  size: number
  class?: string
  out?: boolean
  eager?: boolean
}

/** What a dish stands on: a tinted cloth with a plate, or a coaster under a cup. */
export const Plate: FC<PlateProps> = ({ dish, size, class: extra, out, eager }) => {
  const classes = ['plate', `plate-tone-${dish.plate}`, dish.isDrink && 'plate-cup', out && 'is-out', extra]
  if (dish.picture && !dish.picture.isCutout) classes.push('plate-photo')
  return (
    <span class={classes.filter(Boolean).join(' ')}>
      {dish.picture && <Picture picture={dish.picture} size={size} {...(eager ? { eager } : {})} />}
    </span>
  )
}
