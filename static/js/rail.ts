/**
 * Hangs the tickets: along the rail in order of age, each further one in the next column that still has room for it, so that the
 * oldest nine read like their keys, row by row. What finds no room goes under the shortest column, and is counted.
 * Places are rules of a sheet, not attributes: a refreshed panel keeps them.
 */
const gap = 20
const inRows = '.rail > [data-hang] { grid-auto-rows: 1px; row-gap: 0; }'

type Spot = { id: string; column: number; top: number; height: number }

export function startRail(): void {
  const sheet = new CSSStyleSheet()
  document.adoptedStyleSheets.push(sheet)
  const hang = () => {
    const rail = document.querySelector<HTMLElement>('[data-hang]')
    if (!rail) return
    const spots = spotsOf(rail)
    sheet.replaceSync([inRows, ...spots.map(rule)].join('\n'))
    count(rail, spots)
  }
  const sizes = new ResizeObserver(hang)
  const changes = new MutationObserver(() => {
    hang()
    watch()
  })
  const watch = () => {
    const panel = document.querySelector('.board')
    const rail = document.querySelector('[data-hang]')
    if (panel) changes.observe(panel, { childList: true, subtree: true, attributeFilter: ['data-age', 'class'] })
    if (rail) sizes.observe(rail.parentElement!)
  }
  watch()
  hang()
}

function spotsOf(rail: HTMLElement): Spot[] {
  const columns = getComputedStyle(rail).gridTemplateColumns.split(' ').length
  const room = rail.parentElement!.clientHeight
  const depths = new Array<number>(columns).fill(0)
  let next = 0
  return [...rail.querySelectorAll<HTMLElement>(':scope > .ticket')].map((ticket) => {
    const height = Math.ceil(ticket.getBoundingClientRect().height) + gap
    const inTurn = depths.map((_, step) => (next + step) % columns)
    const column = inTurn.find((at) => depths[at]! + height - gap <= room || depths[at] === 0) ?? shortest(depths)
    const top = depths[column]!
    depths[column] = top + height
    next = (column + 1) % columns
    return { id: ticket.id, column, top, height }
  })
}

const shortest = (depths: number[]): number => depths.indexOf(Math.min(...depths))

const rule = ({ id, column, top, height }: Spot): string =>
  `#${CSS.escape(id)} { grid-column: ${column + 1}; grid-row: ${top + 1} / span ${height}; }`

function count(rail: HTMLElement, spots: Spot[]): void {
  const note = document.querySelector<HTMLElement>('[data-below]')
  const number = document.querySelector('[data-below-count]')
  if (!note || !number) return
  const bottom = rail.parentElement!.clientHeight
  const below = spots.filter(({ top }) => top + gap >= bottom).length
  if (number.textContent !== String(below)) number.textContent = String(below)
  note.hidden = below === 0
}
