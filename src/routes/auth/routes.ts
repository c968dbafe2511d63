import { router } from '../kit/audience'

export const auth = router()
