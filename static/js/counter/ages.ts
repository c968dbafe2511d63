import { serverNow } from '../freshness'

/** The age of a new order counts on between two refreshes: [data-since] in ms, with the words for seconds and minutes. */
export function startAges(): void {
  setInterval(() => {
    const now = serverNow().getTime()
    for (const age of document.querySelectorAll<HTMLElement>('[data-since]')) {
      const seconds = Math.max(0, Math.floor((now - Number(age.dataset.since)) / 1_000))
      const words = seconds < 60 ? age.dataset.secondsWords : age.dataset.minutesWords
      const text = words?.replace('{n}', String(seconds < 60 ? seconds : Math.floor(seconds / 60)))
      if (text && age.textContent !== text) age.textContent = text
    }
  }, 1_000)
}
