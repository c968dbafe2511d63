import { customers } from './customers'
import { deliveries } from './deliveries'
import { docs } from './docs'
import { kitchenOrders } from './kitchen'
import { items } from './menu-items'
import { orders } from './orders'
import { payments } from './payments'
import { placing } from './placing'
import { apiRouter } from './router'
import { sagas } from './sagas'
import { token } from './token'
import { users } from './users'

export const api = apiRouter()

api.openAPIRegistry.registerComponent('securitySchemes', 'bearer', {
  type: 'http',
  scheme: 'bearer',
  bearerFormat: 'JWT',
})

for (const resource of [token, users, items, placing, orders, payments, kitchenOrders, deliveries, customers, sagas])
  api.route('/', resource)
api.route('/', docs(api))
