import type { Actor } from '../../shared/ctx'
import { ok, type Result, refuse } from '../../shared/result'
import type { PlaceInput, PlaceRefusal } from './place-input'

const longest = { contactName: 80, contactPhone: 20, address: 300, tableLabel: 20, note: 500 } as const

/**
 * Whether the store will know whom it cooks for. A guest on the web leaves a name, and a phone where the meal leaves the house;
 * someone who is signed in, and staff, need not.
 */
export function checkContact(actor: Actor, input: PlaceInput): Result<void, PlaceRefusal> {
  for (const field of Object.keys(longest) as (keyof typeof longest)[]) {
    if ((input[field]?.length ?? 0) > longest[field]) return refuse({ reason: 'too_long', field, max: longest[field] })
  }
  const isBlank = (text: string | undefined) => !text?.trim()
  if (input.orderType === 'delivery' && isBlank(input.address)) return refuse({ reason: 'address_missing' })
  if (input.channel !== 'web' || actor.kind !== 'guest') return ok(undefined)
  const isSeated = input.orderType === 'dine_in' && !isBlank(input.tableLabel)
  if (!isSeated && isBlank(input.contactName)) return refuse({ reason: 'contact_missing', field: 'contactName' })
  if (input.orderType !== 'dine_in' && isBlank(input.contactPhone)) {
    return refuse({ reason: 'contact_missing', field: 'contactPhone' })
  }
  return ok(undefined)
}
