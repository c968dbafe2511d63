import { paths } from '../../views/paths'
import { dishScreen } from '../../views/shop/dish'
import { router } from '../kit/audience'
import { need } from '../kit/guard'
import { idParam, idQuery } from '../kit/params'
import { show } from '../kit/show'
import { dishProps } from './dish-form'
import { lookAtStore } from './view'

export const dish = router()

dish.get(paths.shopDish.pattern, need('public'), async (c) => {
  const view = await lookAtStore(c)
  return show(c, dishScreen, dishProps(view, idParam(c, 'dish'), { line: idQuery(c, 'line') }))
})
