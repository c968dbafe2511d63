import type { FC, PropsWithChildren } from 'hono/jsx'
import { paths } from '../paths'
import { Icon } from './icon'
import { LanguageLink } from './language-link'
import { Mark } from './mark'
import { useView } from './view'

/** The head of the nouns in office and platform: the product, leading to one's desks. */
export const ProductLink: FC = () => {
  const { t } = useView()
  return (
    <a class="flex items-center gap-2.5 px-2" href={paths.desks.href({})}>
      <Mark />
      <span class="leading-5">
        <b>{t('auth.product_short')}</b> <span class="text-sm text-muted">{t('auth.product_second')}</span>
      </span>
    </a>
  )
}

/** Where one is (`children`), leading to one's other desks. */
export const PlaceSwitch: FC<PropsWithChildren<{ title: string }>> = ({ title, children }) => (
  <a
    class="btn btn-sm mt-5 h-12 w-full justify-between border-line px-3 text-start"
    href={paths.desks.href({})}
    title={title}
  >
    {children}
    <Icon name="chevrons-up-down" class="size-4 text-muted" />
  </a>
)

/** Who is signed in, as what, and the way out. */
export const ReaderFoot: FC<{ rank: string }> = ({ rank }) => {
  const { t, reader } = useView()
  const name = reader?.name ?? ''
  return (
    <div class="mt-auto pt-4 text-sm leading-5">
      <p class="flex items-center gap-3 p-2">
        <span class="face" aria-hidden="true">
          {name.slice(0, 1)}
        </span>
        <span class="min-w-0">
          <span class="block truncate">{name}</span>
          <span class="num block text-xs text-muted">{rank}</span>
        </span>
      </p>
      <div class="flex items-center justify-between px-2">
        <form method="post" action={paths.signOut.href({})}>
          <button class="act text-xs" type="submit">
            {t('auth.sign_out')}
          </button>
        </form>
        <LanguageLink class="act text-xs" />
      </div>
    </div>
  )
}
