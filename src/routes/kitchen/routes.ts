import { router } from '../kit/audience'
import { board } from './board'
import { tickets } from './tickets'

export const kitchen = router()
kitchen.route('/', board)
kitchen.route('/', tickets)
