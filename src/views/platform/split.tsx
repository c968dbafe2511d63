import type { Child, FC, PropsWithChildren } from 'hono/jsx'

const side = 'grid min-h-0 min-w-0 grid-rows-[auto_minmax(0,1fr)]'

/** A list and the one thing of it that is open: beside each other where there is room, else one under the other, on a phone one page each. */
export const Split: FC<PropsWithChildren<{ title: string; open: Child }>> = ({ title, open, children }) => (
  <div
    class={`grid min-h-0 min-w-0 content-start overflow-y-auto max-lg:block max-lg:overflow-visible ${open ? 'min-[88rem]:grid-cols-[minmax(0,1fr)_27rem] min-[88rem]:content-stretch min-[88rem]:overflow-hidden' : ''}`}
  >
    {open ? (
      <>
        <section class={`${side} max-lg:hidden`} aria-label={title}>
          {children}
        </section>
        <main class="grid min-h-0 min-w-0">{open}</main>
      </>
    ) : (
      <main id="main" tabindex={-1} class={side}>
        {children}
      </main>
    )}
  </div>
)

/** What the list is called: the page's title, unless one thing of it is open and gives the page its own. */
export const ListTitle: FC<PropsWithChildren<{ isOpen: boolean }>> = ({ isOpen, children }) =>
  isOpen ? <p class="text-xl font-bold">{children}</p> : <h1 class="text-xl">{children}</h1>
