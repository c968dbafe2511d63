/** The deliveries page: it only has to prove that it is alive. */
import { startFreshness } from './freshness'

startFreshness()
