import type { FC } from 'hono/jsx'
import { Icon } from '../ui/icon'
import { Money } from '../ui/money'
import { useView } from '../ui/view'
import type { DishProps } from './dish'
import { groupField } from './dish-group'
import { listText, useTexts } from './text'

/** The foot of a dish: what is still missing, how many, and the price of all that with the way on. */
export const DishFoot: FC<DishProps> = (props) => {
  const { availability, line, quantity, unitPrice, store } = props
  const { t } = useView()
  if (availability.state === 'sold_out')
    return (
      <div class="sheet-foot">
        <p class="notice" role="status">
          <Icon name="info" />
          <span>{t('shop.dish.sold_out')}</span>
        </p>
      </div>
    )
  return (
    <div class="sheet-foot">
      <Missing {...props} />
      <div class="grid grid-cols-[auto_1fr] gap-3">
        <fieldset class="stepper h-14" aria-label={t('shop.dish.amount')}>
          <button
            class="needs-js"
            type="button"
            aria-label={t('shop.dish.one_less')}
            disabled={quantity <= 1}
            data-step="-1"
          >
            <Icon name="minus" />
          </button>
          <input
            class="num text-lg"
            type="number"
            name="quantity"
            form="dish-form"
            value={String(quantity)}
            min="1"
            max="99"
            inputmode="numeric"
            aria-label={t('shop.dish.amount')}
            data-quantity
          />
          <button class="needs-js" type="button" aria-label={t('shop.dish.one_more')} data-step="1">
            <Icon name="plus" />
          </button>
        </fieldset>
        <button class="btn btn-primary btn-lg justify-between" type="submit" form="dish-form">
          <span>{t(line ? 'shop.dish.update' : 'shop.dish.add')}</span>
          <span data-live-price>
            <Money amount={unitPrice * quantity} currency={store.currency} class="text-lg" />
          </span>
        </button>
      </div>
      {line && (
        <button class="act justify-center" type="submit" form="dish-form" name="remove" value="1" formnovalidate>
          {t('shop.dish.remove')}
        </button>
      )}
    </div>
  )
}

/** Names what is missing and leads there. */
const Missing: FC<DishProps> = ({ problems, groups, refusal }) => {
  const { t } = useView()
  const text = useTexts()
  if (problems.length === 0 && !refusal) return null
  return (
    <p class="error" role="alert">
      <Icon name="circle-alert" />
      {refusal ?? (
        <span>
          {t('shop.dish.missing', { count: problems.length })}
          {problems.map(({ categoryId, name }, i) => (
            <>
              {i > 0 && listText(t, ['', ''])}
              <a class="underline" href={`#${groupField(categoryId)}`}>
                {text(groups.find(({ group }) => group.id === categoryId)?.group.name ?? name)}
              </a>
            </>
          ))}
        </span>
      )}
    </p>
  )
}
