/** The counter: it rings, counts, finds, and makes change. Everything it does is a form or a link of the page. */
import { startAges } from './counter/ages'
import { startBell } from './counter/bell'
import { startFailed } from './counter/failed'
import { startFind } from './counter/find'
import { startPad } from './counter/pad'
import { startSoon } from './counter/soon'
import { startFreshness } from './freshness'
import { alarm, startSound } from './sound'

startFreshness()
startSound()
startBell()
startSoon()
startAges()
startFind()
startPad()
startFailed()

const isStale = (): boolean => document.body.classList.contains('is-stale')
setInterval(() => {
  if (isStale()) alarm()
}, 10_000)
document.body.addEventListener('freshness', () => {
  if (isStale()) alarm()
})
