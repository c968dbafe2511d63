// The page of one's own: its sections are marked as they are read.
import { startFollow } from './shop/follow'

startFollow()
