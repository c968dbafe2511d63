import { router } from '../kit/audience'
import { bar } from './bar'
import { order } from './order'
import { pair } from './pair'
import { pause } from './pause'
import { payment } from './payment'
import { pin } from './pin'
import { queue } from './queue'
import { reversal } from './reversal'
import { search } from './search'
import { stock } from './stock'

export const counter = router()
for (const part of [pair, pin, bar, queue, order, payment, reversal, search, stock, pause]) counter.route('/', part)
