/** The shop's pages. Everything they do is a link or a form; these scripts only make it quicker to the hand. */
import { startFreshness } from './freshness'
import { startBusy } from './shop/busy'
import { startCountdown } from './shop/countdown'
import { startDishForm } from './shop/dish-form'
import { startFollow } from './shop/follow'
import { startSearch } from './shop/search'
import { startSheets } from './shop/sheets'

if (document.body.hasAttribute('hx-sse:connect')) startFreshness()
startBusy()
startSheets()
startDishForm()
startFollow()
startSearch()
startCountdown()
