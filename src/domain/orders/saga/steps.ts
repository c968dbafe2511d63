import { deliveryStep } from '../steps/delivery'
import { inventoryStep } from '../steps/inventory'
import { kitchenStep } from '../steps/kitchen'
import { orderStep } from '../steps/order'
import { paymentStep } from '../steps/payment'
import type { Step } from './step'

/** An order's way, in order (R14). A new step is a file in steps/ and a line here. */
export const orderSteps: readonly Step[] = [orderStep, inventoryStep, paymentStep, kitchenStep, deliveryStep]
