import type { FC } from 'hono/jsx'

/** Comanda's own mark: a torn slip with a tick. */
export const Mark: FC<{ class?: string }> = ({ class: extra }) => (
  <svg class={extra ? `mark ${extra}` : 'mark'} viewBox="0 0 32 36" aria-hidden="true">
    <path
      d="M2 4a4 4 0 0 1 4-4h20a4 4 0 0 1 4 4v32l-4-3.2-3.4 3.2-3.3-3.2L16 36l-3.3-3.2L9.4 36 6 32.8 2 36z"
      fill="var(--brand)"
    />
    <path
      d="M9 16.5l5 5.5 10-13"
      fill="none"
      stroke="var(--on-brand)"
      stroke-width="3.4"
      stroke-linecap="round"
      stroke-linejoin="round"
    />
  </svg>
)
