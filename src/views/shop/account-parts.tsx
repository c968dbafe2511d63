import type { Child, FC, PropsWithChildren } from 'hono/jsx'
import { paths } from '../paths'
import { useView } from '../ui/view'
import type { AccountField } from './account'

/** One section of the account page. */
export const Section: FC<PropsWithChildren<{ id: string; title: string }>> = ({ id, title, children }) => (
  <section class="pt-9 first:pt-2" aria-labelledby={`${id}-h`} id={id}>
    <div class="flex min-h-11 items-center justify-between border-b border-line pb-1">
      <h2 class="text-lg" id={`${id}-h`}>
        {title}
      </h2>
    </div>
    {children}
  </section>
)

const editHref = (field: AccountField, id?: string) => paths.account.href({}, { edit: field, id })

type ActLinkProps = { field: AccountField; section: string; id?: string; label: string; text: string }

/** The quiet word that opens a form in its line. */
export const ActLink: FC<ActLinkProps> = ({ field, section, id, label, text }) => (
  <a
    class="act"
    href={`${editHref(field, id)}#${section}`}
    aria-label={label}
    hx-get={editHref(field, id)}
    hx-target="#account-panel"
    hx-swap="outerHTML"
  >
    {text}
  </a>
)

type LineProps = PropsWithChildren<{
  field: AccountField
  section: string
  name: string
  isEmpty?: boolean
  /** Its form, when this line is being changed. */
  form?: Child
  /** What stands there when it is empty, and the word that opens the form, where the usual ones do not fit. */
  emptyText?: string
  act?: string
}>

/** Name, value, and the word that changes it; or the form. */
export const Line: FC<LineProps> = ({ field, section, name, isEmpty, form, emptyText, act, children }) => {
  const { t } = useView()
  if (form)
    return (
      <div>
        <dt class="self-start pt-1">{name}</dt>
        <dd class="col-span-2 min-w-0 py-1">{form}</dd>
      </div>
    )
  const text = act ?? t(isEmpty ? 'account.fill' : 'account.change')
  return (
    <div>
      <dt>{name}</dt>
      <dd class="min-w-0">{isEmpty ? <span class="text-muted">{emptyText ?? t('account.empty')}</span> : children}</dd>
      <dd>
        <ActLink
          field={field}
          section={section}
          label={t('account.change_what', { act: text, what: name })}
          text={text}
        />
      </dd>
    </div>
  )
}

type FormProps = PropsWithChildren<{ action: string; submit: string; section: string; isDanger?: boolean }>

/** A form that changes one thing and gives the page back. */
export const AccountForm: FC<FormProps> = ({ action, submit, section, isDanger, children }) => {
  const { t } = useView()
  const back = paths.account.href({})
  return (
    <form
      class="grid gap-3"
      method="post"
      action={action}
      hx-post={action}
      hx-target="#account-panel"
      hx-swap="outerHTML"
      hx-disable="find button[type=submit]"
      novalidate
    >
      {children}
      <p class="flex flex-wrap gap-2">
        <button class={isDanger ? 'btn btn-error btn-outline' : 'btn btn-primary'} type="submit">
          {submit}
        </button>
        <a
          class="btn btn-ghost"
          href={`${back}#${section}`}
          hx-get={back}
          hx-target="#account-panel"
          hx-swap="outerHTML"
        >
          {t('account.leave')}
        </a>
      </p>
    </form>
  )
}
