import { router } from '../kit/audience'
import { bankCharges } from './bank-charges'
import { bankPage } from './bank-page'
import { payments } from './payments'

export const hooks = router()
for (const part of [payments, bankCharges, bankPage]) hooks.route('/', part)
