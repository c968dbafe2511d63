import { router } from '../kit/audience'
import { auditLog } from './audit'
import { auditCsv } from './audit-csv'
import { customers } from './customers'
import { invitations } from './invitations'
import { order } from './order'
import { orders } from './orders'
import { ordersCsv } from './orders-csv'
import { sagaActs } from './saga-acts'
import { sagas } from './sagas'
import { staff } from './staff'
import { staffPerson } from './staff-person'
import { storeHours } from './store-hours'
import { stores } from './stores'
import { officeStream } from './stream'
import { tablets } from './tablets'

export const office = router()
for (const part of [
  orders,
  auditLog,
  auditCsv,
  stores,
  storeHours,
  customers,
  staff,
  staffPerson,
  tablets,
  invitations,
  ordersCsv,
  order,
  sagas,
  sagaActs,
  officeStream,
])
  office.route('/', part)
