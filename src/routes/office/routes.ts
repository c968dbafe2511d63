import { router } from '../kit/audience'
import { auditLog } from './audit'
import { order } from './order'
import { orders } from './orders'
import { ordersCsv } from './orders-csv'
import { sagaActs } from './saga-acts'
import { sagas } from './sagas'
import { officeStream } from './stream'

export const office = router()
for (const part of [orders, auditLog, ordersCsv, order, sagas, sagaActs, officeStream]) office.route('/', part)
