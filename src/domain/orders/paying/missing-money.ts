import type { WorkOrder } from '../unit-of-work/work-order'

/** What is still owed on an order, in minor units. */
export const missingMoney = ({ payments }: Pick<WorkOrder, 'payments'>): number =>
  payments.reduce((sum, { status, amount }) => (status === 'pending' ? sum + amount : sum), 0)
