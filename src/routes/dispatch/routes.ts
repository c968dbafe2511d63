import { router } from '../kit/audience'
import { deliveries } from './deliveries'

export const dispatch = router()
dispatch.route('/', deliveries)
