import type { FC } from 'hono/jsx'
import { useView } from '../ui/view'
import { dishUrl } from './box'
import { LineDetails } from './cart-line'
import type { DishProps } from './dish'

/** What is already on the order of this dish, each with a way to change it. */
export const Ordered: FC<Pick<DishProps, 'store' | 'ordered'>> = ({ store, ordered }) => {
  const { t } = useView()
  if (ordered.length === 0) return null
  return (
    <section class="mt-4" aria-labelledby="ordered-h">
      <h3 class="text-sm font-bold" id="ordered-h">
        {t('shop.dish.ordered')}
      </h3>
      <ul>
        {ordered.map((line) => (
          <li class="flex items-center gap-3 border-b border-line py-2">
            <span class="num font-bold text-brand-ink">{line.quantity}</span>
            <div class="min-w-0 flex-1">
              <LineDetails line={line} />
              {line.options.length === 0 && !line.note && <p class="text-xs text-muted">{t('shop.dish.plain')}</p>}
            </div>
            <a class="act" href={dishUrl(store, line.dishId, line.id)} data-sheet>
              {t('shop.dish.change')}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
