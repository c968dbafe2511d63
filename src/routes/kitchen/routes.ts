import { router } from '../kit/audience'

export const kitchen = router()
