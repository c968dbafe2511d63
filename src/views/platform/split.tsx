import type { FC, PropsWithChildren } from 'hono/jsx'

/** A list and the one thing of it that is open: beside each other where there is room, else one under the other, on a phone one page each. */
export const Split: FC<PropsWithChildren<{ isOpen: boolean }>> = ({ isOpen, children }) => (
  <div
    class={`grid min-h-0 min-w-0 content-start overflow-y-auto max-lg:block max-lg:overflow-visible ${isOpen ? 'min-[88rem]:grid-cols-[minmax(0,1fr)_27rem] min-[88rem]:content-stretch min-[88rem]:overflow-hidden' : ''}`}
  >
    {children}
  </div>
)
