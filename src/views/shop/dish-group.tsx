import type { FC } from 'hono/jsx'
import type { MenuOption, MenuOptionCategory } from '../../domain/menu/content'
import type { OptionProblem } from '../../domain/menu/options'
import { FieldError } from '../ui/form'
import { Money } from '../ui/money'
import { useView } from '../ui/view'
import { useTexts } from './text'

export type DishGroup = {
  group: MenuOptionCategory
  min: number
  max: number
  soldOut: ReadonlySet<string>
  /** Portions left of an option, where they are few. */
  left: ReadonlyMap<string, number>
}

export type GroupProblem = Extract<OptionProblem, { categoryId: string }>

type GroupProps = { entry: DishGroup; chosen: ReadonlySet<string>; currency: string; problem: GroupProblem | undefined }

export const groupField = (groupId: string): string => `g-${groupId}`

/** Columns in which short choices fit side by side on a phone; 0 when they are too long or too many for that. */
function columnsOf(names: string[]): number {
  const widest = Math.max(
    ...names.map((name) => [...name].reduce((sum, c) => sum + (c.charCodeAt(0) > 0x2e7f ? 2 : 1.1), 0)),
  )
  const fits: [columns: number, room: number][] = [
    [4, 7],
    [3, 11],
    [2, 17],
  ]
  const [columns] = fits.find(
    ([n, room]) => widest <= room && names.length >= n && names.length <= n * 2 && names.length % n !== 1,
  ) ?? [0]
  return columns
}
const grids: Record<number, string> = { 2: 'grid-cols-2', 3: 'grid-cols-3', 4: 'grid-cols-4' }

/** What a group still asks for, in a word at its right. */
const Ask: FC<GroupProps> = ({ entry: { group, min, max }, chosen, problem }) => {
  const { t } = useView()
  const count = group.options.filter(({ id }) => chosen.has(id)).length
  const words =
    group.inputType === 'single'
      ? min > 0
        ? 'shop.dish.must_one'
        : 'shop.dish.may_one'
      : min > 0
        ? 'shop.dish.from_to'
        : 'shop.dish.up_to'
  const isDone = !problem && group.inputType === 'single' && count === 1
  return (
    <small
      class={isDone ? 'num is-done' : 'num'}
      data-ask={t(words, { min, max, count: '#' })}
      data-done={t('shop.dish.chosen')}
    >
      {isDone ? t('shop.dish.chosen') : t(words, { min, max, count })}
    </small>
  )
}

/** One group of choices of a dish: short single ones side by side, the rest in rows. */
export const OptionGroup: FC<GroupProps> = (props) => {
  const { entry, problem } = props
  const { group, min, max } = entry
  const { t } = useView()
  const text = useTexts()
  const errorId = `e-${group.id}`
  const columns = group.inputType === 'single' ? columnsOf(group.options.map(({ name }) => text(name))) : 0
  const Choice = columns > 0 ? Pick : Row
  return (
    <fieldset
      class={problem ? 'group has-error' : 'group'}
      id={groupField(group.id)}
      data-group={group.inputType}
      data-min={min}
      data-max={max}
      {...(problem ? { 'aria-describedby': errorId } : {})}
    >
      <legend>
        {text(group.name)} <Ask {...props} />
      </legend>
      {problem && (
        <div class="mt-1">
          <FieldError
            id={errorId}
            text={t(`shop.dish.${problem.problem}_${group.inputType}`, { ...problem, name: text(group.name) })}
          />
        </div>
      )}
      <div class={columns > 0 ? `mt-2 grid ${grids[columns]} gap-2` : 'mt-1'}>
        {group.options.map((option) => (
          <Choice {...props} option={option} />
        ))}
      </div>
    </fieldset>
  )
}

type ChoiceProps = GroupProps & { option: MenuOption }

const inputAttrs = ({ entry: { group, soldOut }, chosen, problem, option }: ChoiceProps) => ({
  type: group.inputType === 'single' ? 'radio' : 'checkbox',
  name: groupField(group.id),
  value: option.id,
  checked: chosen.has(option.id),
  disabled: soldOut.has(option.id),
  'data-price': option.price,
  ...(problem ? { 'aria-describedby': `e-${group.id}` } : {}),
})

const Delta: FC<{ amount: number; currency: string; class: string }> = ({ amount, currency, class: extra }) =>
  amount === 0 ? null : (
    <span class={`whitespace-nowrap font-bold ${extra}`}>
      {amount > 0 ? '+' : ''}
      <Money amount={amount} currency={currency} />
    </span>
  )

const Pick: FC<ChoiceProps> = (props) => {
  const { option, entry, currency } = props
  const { t } = useView()
  return (
    <label class="pick">
      {useTexts()(option.name)}
      {entry.soldOut.has(option.id) ? (
        <span class="text-xs">{t('shop.menu.sold_out')}</span>
      ) : (
        <Delta amount={option.price} currency={currency} class="text-xs" />
      )}
      <input {...inputAttrs(props)} />
    </label>
  )
}

const Row: FC<ChoiceProps> = (props) => {
  const { option, entry, currency } = props
  const { t } = useView()
  const left = entry.left.get(option.id)
  return (
    <label class="choice">
      <input class="tick" {...inputAttrs(props)} />
      <span class="flex-1">
        {useTexts()(option.name)}
        {left !== undefined && <span class="remark remark-wait num ms-2">{t('shop.menu.left', { count: left })}</span>}
      </span>
      {entry.soldOut.has(option.id) ? (
        <span class="text-xs font-bold">{t('shop.menu.sold_out')}</span>
      ) : (
        <Delta amount={option.price} currency={currency} class="text-sm" />
      )}
    </label>
  )
}
