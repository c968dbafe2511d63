import type { Tx } from '../../../db/connect'

/** A phone that somebody merely wrote down gives way to whoever proved it. One that was proven stays. */
export async function freePhone(tx: Tx, phone: string): Promise<void> {
  await tx
    .updateTable('account')
    .set({ phone: null })
    .where('phone', '=', phone)
    .where('phoneVerifiedAt', 'is', null)
    .execute()
}
