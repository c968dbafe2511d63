import type { FC } from 'hono/jsx'

/** Give this as a value to `t` where a script will write; `Around` puts the element there. */
export const hole = '\u0000'

/** Words with one place in them that a script fills: an empty element carrying the attribute `fill`. */
export const Around: FC<{ words: string; fill: `data-${string}`; class?: string }> = ({
  words,
  fill,
  class: extra,
}) => {
  const [before = '', after = ''] = words.split(hole)
  return (
    <span class={extra}>
      {before}
      <span {...{ [fill]: '' }}></span>
      {after}
    </span>
  )
}
