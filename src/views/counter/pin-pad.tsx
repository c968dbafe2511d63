import type { FC } from 'hono/jsx'
import { paths } from '../paths'
import { Alert } from '../ui/form'
import { panelForm } from '../ui/freshness'
import { Icon } from '../ui/icon'
import { useView } from '../ui/view'
import type { PinProps } from './pin'
import { slugsOf } from './slugs'

const digits = 4
const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const

/** The chosen person's PIN, or why there is none to type. */
export const PinPad: FC<PinProps> = (props) => {
  const { t } = useView()
  const { chosen, problem } = props
  const isOpen = chosen?.hasPin && !chosen.isLocked
  return (
    <section id="pin-pad" class="bill grid-rows-[1fr_auto]! px-8 max-md:px-4" aria-labelledby="pin-h">
      {chosen && isOpen ? (
        <PadForm {...props} chosen={chosen} />
      ) : (
        <div class="flex flex-col items-center justify-center gap-3 text-center">
          {chosen && <Whose chosen={chosen} />}
          {chosen ? (
            <Alert text={problem ?? t(chosen.hasPin ? 'tablet.pin.locked' : 'tablet.pin.none')} />
          ) : (
            <h2 class="text-lg" id="pin-h">
              {t('tablet.pin.choose')}
            </h2>
          )}
        </div>
      )}
    </section>
  )
}

type Chosen = { chosen: NonNullable<PinProps['chosen']> }

const Whose: FC<Chosen> = ({ chosen: { name, hasPin } }) => (
  <>
    <span class={`face size-14 text-2xl ${hasPin ? '' : 'is-asked'}`} aria-hidden="true">
      {[...name][0]?.toUpperCase()}
    </span>
    <h2 class="mt-3 text-xl" id="pin-h">
      {useView().t('tablet.pin.of', { name })}
    </h2>
  </>
)

/** Four boxes over one input. The pad needs its script; without it the input and a button are enough. */
const PadForm: FC<PinProps & Chosen> = ({ place, chosen, back, problem }) => {
  const { t } = useView()
  return (
    <form
      class="pin-form contents"
      {...panelForm(paths.counterPin.href(slugsOf(place)), 'pin-pad')}
      hx-swap="outerHTML"
      x-data="pin"
      x-bind:data-ready="ready"
      {...{ 'x-on:keydown.window': 'typed' }}
    >
      <input type="hidden" name="who" value={chosen.accountId} />
      <input type="hidden" name="back" value={back} />
      <div class="flex flex-col items-center justify-center pt-4">
        <Whose chosen={chosen} />
        <div class="pins mt-4">
          {Array.from({ length: digits }, (_, n) => (
            <i x-bind:class={`{ 'is-in': pin.length > ${n}, 'is-now': pin.length === ${n} }`}></i>
          ))}
          <input
            id="f-pin"
            name="pin"
            type="password"
            inputmode="numeric"
            autocomplete="one-time-code"
            pattern="[0-9]{4}"
            maxlength={digits}
            required
            autofocus
            aria-labelledby="pin-h"
            x-model="pin"
            {...(problem ? { 'aria-invalid': 'true' as const, 'aria-describedby': 'e-pin' } : {})}
          />
        </div>
        <p
          class="sr-only"
          role="status"
          data-words={t('tablet.pin.typed', { typed: '{typed}', all: digits })}
          x-text="said"
        ></p>
        <div class="mt-3 min-h-6" id="e-pin">
          <Alert text={problem} />
        </div>
        <button class="btn btn-primary mt-3" type="submit" x-bind:hidden="ready">
          {t('tablet.pin.enter')}
        </button>
      </div>
      <div class="pb-6">
        <fieldset class="pad" aria-label={t('tablet.pin.pad')}>
          {keys.map((key) => (
            <button type="button" value={key} x-on:click="press">
              {key}
            </button>
          ))}
          <button class="text-base!" type="button" x-on:click="clear">
            {t('tablet.pin.again')}
          </button>
          <button type="button" value="0" x-on:click="press">
            0
          </button>
          <button type="button" aria-label={t('tablet.pin.back')} x-on:click="back">
            <Icon name="delete" class="size-7" />
          </button>
        </fieldset>
        <p class="mt-3 text-center text-sm text-muted">{t('tablet.pin.forgotten')}</p>
      </div>
    </form>
  )
}
