import type { FC } from 'hono/jsx'
import type { Store } from '../../domain/brands/store-view'
import type { PricedLine } from '../../domain/cart/price-cart'
import type { DishAvailability } from '../../domain/menu/availability'
import type { MenuDish } from '../../domain/menu/content'
import { paths } from '../paths'
import { Icon } from '../ui/icon'
import { Money } from '../ui/money'
import { useView } from '../ui/view'
import { DishFoot } from './dish-foot'
import { type DishGroup, type GroupProblem, OptionGroup } from './dish-group'
import { Ordered } from './dish-ordered'
import { Left, Remarks, useFacts } from './facts'
import { BackBar, ShopLayout, useTitle } from './layout'
import { Plate } from './plate'
import { useTexts } from './text'

export const noteMax = 60

export type DishProps = {
  store: Store
  dish: MenuDish
  availability: DishAvailability
  groups: DishGroup[]
  chosen: ReadonlySet<string>
  quantity: number
  note: string
  /** Minor units, for one portion as it is chosen now. */
  unitPrice: number
  /** The line being changed; without one a portion is added. */
  line: string | undefined
  /** What the reader has already ordered of it, when adding more. */
  ordered: PricedLine[]
  problems: GroupProblem[]
  /** A refusal that is about no group. */
  refusal?: string | undefined
}

/** What a dish is, its choices and its price. Stands in a dialog over the menu, or on a page of its own. */
export const DishPanel: FC<DishProps & { isDialog?: boolean }> = (props) => {
  const { store, dish, availability, groups, chosen, problems, note, isDialog } = props
  const { t } = useView()
  const text = useTexts()
  const isOut = availability.state === 'sold_out'
  const facts = useFacts(dish)
  const place = { brand: store.brandSlug, store: store.storeSlug }
  const action = props.line ? paths.cartLine.href({ ...place, line: props.line }) : paths.cartLines.href(place)
  return (
    <div class="contents" id="dish-panel" data-dish-form data-unit={dish.price}>
      <div class="sheet-scroll">
        <Plate dish={dish} size={192} class="sheet-hero" out={isOut} eager />
        {isDialog && (
          <form method="dialog">
            <button class="box sheet-close" type="submit" aria-label={t('shop.close')}>
              <Icon name="x" />
            </button>
          </form>
        )}
        <div class="px-4 pb-6">
          <h2
            class="sheet-name text-xl outline-none"
            id="dish-name"
            {...(isDialog ? { tabindex: -1, autofocus: true } : {})}
          >
            {text(dish.name)}
          </h2>
          <p class="text-sm text-muted">{text(dish.description)}</p>
          <p class="mt-2 flex flex-wrap items-center gap-x-2 gap-y-1">
            <Money amount={dish.price} currency={store.currency} class="text-lg" />
            <Remarks tags={dish.tags} />
            <Left availability={availability} />
            {facts && <span class="text-xs text-muted">{facts}</span>}
          </p>
          <Ordered store={store} ordered={props.ordered} />
          {!isOut && (
            <form
              id="dish-form"
              class="mt-5 grid gap-6"
              method="post"
              action={action}
              hx-post={action}
              hx-target="#dish-panel"
              hx-swap="outerMorph"
              novalidate
            >
              <input type="hidden" name="dish" value={dish.id} />
              {groups.map((entry) => (
                <OptionGroup
                  entry={entry}
                  chosen={chosen}
                  currency={store.currency}
                  problem={problems.find(({ categoryId }) => categoryId === entry.group.id)}
                />
              ))}
              <div class="field">
                <label for="f-note">
                  {t('shop.dish.note')} <span class="font-normal text-muted">{t('ui.optional')}</span>
                </label>
                <textarea
                  class="textarea min-h-20"
                  id="f-note"
                  name="note"
                  rows={2}
                  maxlength={noteMax}
                  placeholder={t('shop.dish.note_example')}
                  aria-describedby="e-note"
                  data-note
                >
                  {note}
                </textarea>
                <p class="hint num" id="e-note">
                  {t('shop.dish.note_left_before')}
                  <span data-note-left>{noteMax - note.length}</span>
                  {t('shop.dish.note_left_after')}
                </p>
              </div>
            </form>
          )}
        </div>
      </div>
      <DishFoot {...props} />
    </div>
  )
}

/** The dialog over the page that asked for it. */
export const DishSheet: FC<DishProps> = (props) => (
  <dialog class="sheet" aria-labelledby="dish-name" data-opener={props.dish.id}>
    <DishPanel {...props} isDialog />
  </dialog>
)

/** The same as a page: for a shared link, and where no scripts run. */
export const DishPage: FC<DishProps> = (props) => {
  const { t } = useView()
  const { store, dish } = props
  const place = { brand: store.brandSlug, store: store.storeSlug }
  return (
    <ShopLayout title={useTitle(useTexts()(dish.name), store)} place={store}>
      <BackBar
        title={t('shop.dish.page')}
        back={paths.shop.href(place)}
        backLabel={t('shop.back_to_menu')}
        place={store}
        sticky
      />
      <main id="main" class="sheet-page">
        <DishPanel {...props} />
      </main>
    </ShopLayout>
  )
}

export const dishScreen = { Page: DishPage, Panel: DishSheet }
export const dishPanelScreen = { Page: DishPage, Panel: (props: DishProps) => <DishPanel {...props} isDialog /> }
