import { router } from '../kit/audience'

export const dispatch = router()
