import type { StaffGrant } from '../../domain/shared/ctx'
import { paths } from '../../views/paths'

/** Where somebody goes who came from nowhere in particular: staff to their desks, customers to the shops. */
export const landingOf = (grants: readonly StaffGrant[]): string =>
  grants.length > 0 ? paths.desks.href({}) : paths.home.href({})
