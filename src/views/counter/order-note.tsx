import type { FC } from 'hono/jsx'
import { isDanger } from '../ui/danger'
import { Icon } from '../ui/icon'

/** What the guest wrote. An allergy is trouble and looks like it; a wish does not. */
export const OrderNote: FC<{ text: string }> = ({ text }) => {
  if (!text) return null
  const danger = isDanger(text)
  return (
    <p class={`mt-1 flex items-start gap-1.5 text-sm leading-[1.375rem] font-bold ${danger ? 'text-bad' : ''}`}>
      <Icon name={danger ? 'triangle-alert' : 'message-square'} class="mt-0.5 size-4" />
      <span class="min-w-0 break-words">{text}</span>
    </p>
  )
}
