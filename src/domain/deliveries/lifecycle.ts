import type { Lifecycle } from '../shared/lifecycle'

export type DeliveryStatus = 'pending' | 'assigned' | 'picked_up' | 'delivered' | 'cancelled'
export type DeliveryEvent = 'assign' | 'pickUp' | 'deliver' | 'giveBack' | 'cancel'

/** A delivery's way (R39). `assign` again changes the driver; `giveBack` is a driver who cannot make it. */
export const deliveryLife: Lifecycle<DeliveryStatus, DeliveryEvent> = {
  pending: { assign: 'assigned', cancel: 'cancelled' },
  assigned: { assign: 'assigned', pickUp: 'picked_up', giveBack: 'pending', cancel: 'cancelled' },
  picked_up: { deliver: 'delivered', giveBack: 'pending', cancel: 'cancelled' },
  delivered: {},
  cancelled: {},
}
