/** How far below the top a section counts as the one being read. */
const readingLine = 140

/** The category bar follows the scroll: the section being read is marked, and its name is brought into view. */
export function startFollow(): void {
  let waits = false
  const soon = () => {
    if (waits) return
    waits = true
    requestAnimationFrame(() => {
      waits = false
      mark()
    })
  }
  addEventListener('scroll', soon, { passive: true })
  addEventListener('resize', soon, { passive: true })
  document.addEventListener('htmx:after:swap', soon)
}

function mark(): void {
  const sections = [...document.querySelectorAll<HTMLElement>('#menu-sections > section:not([hidden])')]
  if (sections.length === 0) return
  const isEnd = scrollY + innerHeight >= document.documentElement.scrollHeight - 4 && scrollY > 0
  const read = isEnd
    ? sections.at(-1)
    : sections.findLast((section) => section.getBoundingClientRect().top <= readingLine)
  const id = (read ?? sections[0])!.id
  for (const link of document.querySelectorAll<HTMLElement>('.catbar nav a, .catrail a')) {
    const isCurrent = link.getAttribute('href') === `#${id}`
    if (isCurrent === link.hasAttribute('aria-current')) continue
    if (!isCurrent) link.removeAttribute('aria-current')
    else {
      link.setAttribute('aria-current', 'true')
      bringIntoView(link)
    }
  }
}

/** Sideways only: the page itself must not move. */
function bringIntoView(link: HTMLElement): void {
  const bar = link.closest<HTMLElement>('.catbar-scroll')
  if (!bar) return
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches
  bar.scrollTo({ left: link.offsetLeft - bar.clientWidth / 3, behavior: isCalm ? 'auto' : 'smooth' })
}
