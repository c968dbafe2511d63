export type Lang = 'zh-Hant' | 'en'
export const langs: readonly Lang[] = ['zh-Hant', 'en']

/** A text in every language it has been written in. */
export type Texts = Partial<Record<Lang, string>>

export type StaffGrant = {
  role: 'boss' | 'brand_admin' | 'store_staff'
  brandId: string | null
  storeId: string | null
  p1: boolean
  p2: boolean
  p3: boolean
  p4: boolean
}

/** A paired tablet: a browser that belongs to one store, whoever stands before it. */
export type Tablet = {
  id: string
  name: string
  kind: 'counter' | 'kitchen'
  brandId: string
  storeId: string
  brandSlug: string
  storeSlug: string
}

/**
 * Who acts. `visitor` is the SHA-256 of the guest cookie, never the cookie itself. `tablet` is the paired one they stand at; whoever came
 * in by PIN has the grants of its counter alone.
 */
export type Actor =
  | { kind: 'guest'; visitor: string; tablet?: Tablet }
  | {
      kind: 'person'
      accountId: string
      name: string
      visitor: string
      grants: StaffGrant[]
      tablet?: Tablet
      isByPin?: true
    }
  | { kind: 'system'; name: string }

/** What every command is told: who acts, where, and what time it is. The domain never reads a clock or a session itself. */
export type Ctx = {
  now: Date
  actor: Actor
  brandId: string
  storeId: string
  lang: Lang
  requestId: string
}

/** The actor as status history, stock log and audit name it. */
export function actorName(actor: Actor): string {
  switch (actor.kind) {
    case 'guest':
      return 'guest'
    case 'person':
      return actor.name
    case 'system':
      return actor.name
  }
}

/** The key a cart belongs to: the account when signed in, else the visitor. */
export function ownerOf(actor: Actor): string {
  switch (actor.kind) {
    case 'guest':
      return `v:${actor.visitor}`
    case 'person':
      return `a:${actor.accountId}`
    case 'system':
      return `s:${actor.name}`
  }
}

/** The paired tablet this is done at, if it is done at one. */
export const tabletOf = (actor: Actor): Tablet | null => (actor.kind === 'system' ? null : (actor.tablet ?? null))

export const accountOf = (actor: Actor): string | null => (actor.kind === 'person' ? actor.accountId : null)

/** A context for work nobody asked for in person: jobs, sagas, the clock. */
export const systemCtx = (place: { brandId: string; storeId: string }, now: Date, name = 'system'): Ctx => ({
  now,
  actor: { kind: 'system', name },
  brandId: place.brandId,
  storeId: place.storeId,
  lang: 'zh-Hant',
  requestId: name,
})
