import type { AddRefusal } from '../../domain/cart/add-line'
import type { SetRefusal } from '../../domain/cart/set-line'
import type { Lang } from '../../domain/shared/ctx'
import { type T, textIn } from '../ui/words'
import { listText } from './text'

/** Why a dish could not be put on the order as asked. Undefined when the form marks it where it is: a group that is not met. */
export function lineWords(t: T, lang: Lang, refusal: AddRefusal | SetRefusal): string | undefined {
  switch (refusal.reason) {
    case 'gone':
      return t('shop.dish.gone')
    case 'not_found':
      return t('shop.dish.not_found')
    case 'sold_out':
      return refusal.available === 0 ? t('shop.dish.sold_out') : t('shop.dish.only_left', { count: refusal.available })
    case 'option_sold_out':
      return t('shop.dish.option_sold_out', {
        list: listText(
          t,
          refusal.options.map(({ name }) => textIn(name, lang)),
        ),
      })
    case 'bad_quantity':
      return t('shop.dish.bad_quantity', { max: refusal.max })
    case 'note_too_long':
      return t('shop.dish.note_too_long', { max: refusal.max })
    case 'too_many_lines':
      return t('shop.dish.too_many_lines', { max: refusal.max })
    case 'bad_options':
      return refusal.problems.some(({ problem }) => problem === 'unknown') ? t('shop.dish.unknown') : undefined
  }
}
