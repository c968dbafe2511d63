import { paths } from '../../views/paths'
import { router } from '../kit/audience'
import { need } from '../kit/guard'
import { stream } from '../kit/stream'

export const officeStream = router()

officeStream.get(paths.officeStream.pattern, need('office.see'), (c) => {
  const { storeId } = c.var.place
  return stream(c, { orders: `store:${storeId}:orders`, sagas: `store:${storeId}:sagas` })
})
