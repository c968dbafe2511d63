import type { FC } from 'hono/jsx'
import type { Rights } from '../../domain/people/may'
import { useView } from '../ui/view'

export const rightNames = ['p1', 'p2', 'p3', 'p4'] as const
export type RightName = (typeof rightNames)[number]

/** What the reader may give and take, and what they typed when it could not be saved. */
export type GrantEdit = { grantable: Rights; typed?: ReadonlySet<string> | undefined }

type TickProps = { grant: Rights & { id: string }; right: RightName; edit: GrantEdit; isOwn: boolean; isOff: boolean }

/** Whether the reader may touch this tick: only rights they hold, never their own right to manage staff, never of who left. */
export const isLocked = ({ right, edit, isOwn, isOff }: Omit<TickProps, 'grant'>): boolean =>
  isOff || !edit.grantable[right] || (isOwn && right === 'p4')

export const tickId = (grantId: string, right: RightName): string => `t-${grantId}-${right}`

/** The tick alone. A form says which rights it showed (`was`) and which are ticked now (`right`): what differs was changed. */
export const Tick: FC<TickProps> = ({ grant, right, edit, isOwn, isOff }) => {
  const { t } = useView()
  const key = `${grant.id}.${right}`
  const locked = isLocked({ right, edit, isOwn, isOff })
  const isOn = !locked && edit.typed ? edit.typed.has(key) : grant[right]
  return (
    <>
      <input
        id={tickId(grant.id, right)}
        class={isOn === grant[right] ? 'tick' : 'tick is-changed'}
        type="checkbox"
        checked={isOn}
        aria-label={t(`staff.right.${right}`)}
        data-tick={t(`staff.right.${right}`)}
        {...(grant[right] ? { 'data-was': '1' } : {})}
        {...(locked ? { disabled: true } : { name: 'right', value: key })}
      />
      {!locked && grant[right] && <input type="hidden" name="was" value={key} />}
    </>
  )
}

/** The same as a cell of the table; on a phone the word of what is held. */
export const RightTick: FC<TickProps> = (props) => (
  <label class="grant" for={tickId(props.grant.id, props.right)}>
    <Tick {...props} />
    <span>{useView().t(`staff.right.${props.right}`)}</span>
  </label>
)
