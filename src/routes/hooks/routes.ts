import { router } from '../kit/audience'

export const hooks = router()
