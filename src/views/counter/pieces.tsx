import type { FC } from 'hono/jsx'
import { useView } from '../ui/view'
import { amountText, decimalsOf } from '../ui/words'
import { type Piece, piecesOf, valuesOf } from './cash'

/** An amount as notes and coins to hand over. With `isLive` every piece is there for a script to count, hidden while it is none. */
export const Pieces: FC<{ amount: number; currency: string; words?: string; isLive?: boolean }> = ({
  amount,
  currency,
  words,
  isLive,
}) => {
  const { t } = useView()
  const counted = piecesOf(amount, currency)
  const shown: Piece[] = isLive
    ? valuesOf(currency).map((piece) => counted.find(({ value }) => value === piece.value) ?? { ...piece, count: 0 })
    : counted
  if (shown.length === 0) return null
  return (
    <p
      class="num flex flex-wrap items-center gap-x-4 gap-y-3 rounded-box bg-well px-4 py-3.5"
      data-pieces
      hidden={counted.length === 0}
    >
      <span class="text-sm text-muted">{words ?? t('counter.pay.like_this')}</span>
      {shown.map((piece) => (
        <PieceOf piece={piece} currency={currency} />
      ))}
    </p>
  )
}

const PieceOf: FC<{ piece: Piece; currency: string }> = ({ piece: { value, count, kind }, currency }) => (
  <span class="piece" data-piece={value} hidden={count === 0}>
    <span class={`${kind} ${kind}-${value}`}>
      {amountText(value, useView().lang, value % 100 === 0 || decimalsOf(currency) === 0 ? 0 : 2)}
    </span>
    <span>
      ×<span data-count>{count}</span>
    </span>
  </span>
)
