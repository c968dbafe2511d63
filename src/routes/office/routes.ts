import { router } from '../kit/audience'

export const office = router()
