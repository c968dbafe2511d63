import type { FC } from 'hono/jsx'
import { paths } from '../paths'
import { Document } from './document'
import { useView } from './view'
import { dayClockText } from './words'

export type NoticeKind = 'not_found' | 'forbidden' | 'fault' | 'too_many' | 'bad_request'

const codes: Record<NoticeKind, string> = {
  not_found: '404',
  forbidden: '403',
  fault: '500',
  too_many: '429',
  bad_request: '400',
}

/** The page for what could not be shown: what happened, and the way on. */
export const NoticePage: FC<{ kind: NoticeKind; requestId: string; seconds: number }> = ({
  kind,
  requestId,
  seconds,
}) => {
  const { t, lang, now, reader } = useView()
  return (
    <Document title={t(`ui.${kind}_title`)}>
      <main id="main" class="mx-auto flex min-h-dvh max-w-[26rem] flex-col px-5 pt-10 pb-8">
        <div class="slip my-auto">
          <div class="slip-paper relative px-6 pt-7 pb-10">
            <p class="flex items-baseline justify-between text-xs text-muted">
              <span>{t('ui.slip')}</span>
              <span class="num">{dayClockText(now, lang, 'Asia/Taipei')}</span>
            </p>
            <p class="num mt-3 text-number font-bold tracking-tight">{codes[kind]}</p>
            <p class="stamp absolute top-24 right-6 text-bad">{t(`ui.${kind}_stamp`)}</p>
            <ul class="tearline mt-5 grid gap-3 pt-5" aria-hidden="true">
              <li class="leader">
                <span class="h-3 w-28 rounded bg-well"></span>
                <span class="h-3 w-10 rounded bg-well"></span>
              </li>
              <li class="leader">
                <span class="h-3 w-20 rounded bg-well"></span>
                <span class="h-3 w-8 rounded bg-well"></span>
              </li>
              <li class="leader">
                <span class="h-3 w-36 rounded bg-well"></span>
                <span class="h-3 w-10 rounded bg-well"></span>
              </li>
            </ul>
            <h1 class="mt-6 text-xl">{t(`ui.${kind}_title`)}</h1>
            <p class="mt-1">{t(`ui.${kind}_body`, { seconds })}</p>
            {kind === 'fault' && <p class="mt-1 text-xs text-muted">{t('ui.fault_id', { id: requestId })}</p>}
            <div class="mt-6 grid gap-2">
              <a class="btn btn-primary btn-lg" href={paths.home.href({})}>
                {t('ui.go_home')}
              </a>
              <a class="btn btn-lg" href={reader?.isStaff ? paths.desks.href({}) : paths.myOrders.href({})}>
                {t(reader?.isStaff ? 'ui.go_to_desks' : 'ui.find_my_order')}
              </a>
            </div>
          </div>
        </div>
      </main>
    </Document>
  )
}
