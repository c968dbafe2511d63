import type { FC } from 'hono/jsx'
import { paths } from '../paths'
import { Icon, type IconName } from '../ui/icon'
import { useView } from '../ui/view'

const kinds = { counter: 'monitor-smartphone', kitchen: 'chef-hat' } as const satisfies Record<string, IconName>
export type Kind = keyof typeof kinds

/** A page that waits stays as it is when an answer fails: the next one comes soon. */
export const keepsOnFailure = { 'hx-status:4xx': 'swap:none', 'hx-status:5xx': 'swap:none' }

/** What the tablet will be. */
export const KindForm: FC<{ kind: Kind }> = ({ kind }) => {
  const { t } = useView()
  const action = paths.counterPair.href({})
  return (
    <form
      method="post"
      action={action}
      hx-post={action}
      hx-trigger="change"
      hx-target="#main"
      hx-swap="outerHTML"
      {...keepsOnFailure}
    >
      <fieldset>
        <legend class="text-base font-bold">{t('tablet.pair.as')}</legend>
        <div class="mt-2 grid gap-2">
          {(Object.keys(kinds) as Kind[]).map((name) => (
            <label class="pick min-h-14 flex-row! justify-start! gap-3 px-4">
              <Icon name={kinds[name]} />
              {t(`tablet.kind.${name}`)}
              <input id={`kind-${name}`} type="radio" name="kind" value={name} checked={kind === name} />
            </label>
          ))}
        </div>
      </fieldset>
      <noscript>
        <button class="btn mt-3" type="submit">
          {t('tablet.pair.choose')}
        </button>
      </noscript>
    </form>
  )
}
