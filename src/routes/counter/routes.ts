import { router } from '../kit/audience'

export const counter = router()
