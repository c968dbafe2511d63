import type { Db, Tx } from '../../db/connect'
import { audit } from '../audit/record'
import { accountOf, type Ctx, type Texts } from '../shared/ctx'
import { ok, type Result } from '../shared/result'

/** What the boss sets for the whole installation. */
export type Settings = {
  /** The name on the front page; without one it is the product's own. */
  siteName: Texts
  /** How to reach whoever runs this, at the foot of the front page. */
  contact: Texts
  /** Whether guests may open accounts themselves. */
  registrationOpen: boolean
}

const initial: Settings = { siteName: {}, contact: {}, registrationOpen: true }

/** Every setting, as set or as it is to begin with. One round trip. */
export async function readSettings(db: Db): Promise<Settings> {
  const rows = await db
    .selectFrom('setting')
    .select(['key', 'value'])
    .where('key', 'in', Object.keys(initial))
    .execute()
  return { ...initial, ...Object.fromEntries(rows.map(({ key, value }) => [key, value])) }
}

/** Keeps the settings as given. */
export async function saveSettings(tx: Tx, ctx: Ctx, after: Settings): Promise<Result<Settings, never>> {
  const before = await readSettings(tx)
  const signed = { updatedBy: accountOf(ctx.actor), updatedAt: ctx.now }
  for (const [key, value] of Object.entries(after))
    await tx
      .insertInto('setting')
      .values({ key, value: JSON.stringify(value), ...signed })
      .onConflict((on) => on.column('key').doUpdateSet({ value: JSON.stringify(value), ...signed }))
      .execute()
  await audit(tx, ctx, { action: 'settings.save', before, after })
  return ok(after)
}
