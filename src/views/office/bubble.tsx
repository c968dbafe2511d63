import type { FC } from 'hono/jsx'
import { useView } from '../ui/view'
import type { OfficeFrame } from './layout'

/** Where the count of stuck sagas stands: beside the noun, in the dock, in the sheet with all nouns. */
export type BubbleSpot = 'nouns' | 'dock' | 'more'
const spots: Record<BubbleSpot, string> = { nouns: 'ms-auto', dock: '', more: 'absolute top-2 right-2' }

type BubbleProps = { spot: BubbleSpot; count: number | undefined; isFresh?: boolean }

/** How many sagas want a look; empty when none does. A fresh one replaces what stands there. */
export const StuckBubble: FC<BubbleProps> = ({ spot, count, isFresh }) => {
  const { t } = useView()
  return (
    <span id={`stuck-${spot}`} class={spots[spot]} {...(isFresh ? { 'hx-swap-oob': 'outerHTML' } : {})}>
      {count ? (
        <span class="bubble">
          {count}
          <span class="sr-only">{t('office.stuck_count')}</span>
        </span>
      ) : null}
    </span>
  )
}

/** A panel with the count brought up to date, wherever it stands on the page. */
export const withBubbles =
  <P extends { frame: OfficeFrame }>(Panel: FC<P>): FC<P> =>
  (props) => (
    <>
      <Panel {...props} />
      {props.frame.rights.sagas &&
        (Object.keys(spots) as BubbleSpot[]).map((spot) => (
          <StuckBubble spot={spot} count={props.frame.stuckCount} isFresh />
        ))}
    </>
  )
