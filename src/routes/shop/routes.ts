import { router } from '../kit/audience'

export const shop = router()
