import { paths } from '../../views/paths'
import { router } from '../kit/audience'
import { need } from '../kit/guard'
import { goTo } from '../kit/show'
import { accent } from './accent'
import { platformLog } from './audit'
import { brands } from './brands'
import { health } from './health'
import { people } from './people'
import { settings } from './settings'
import { stores } from './stores'

export const platform = router()
platform.get(paths.platform.pattern, need('platform.manage'), (c) => goTo(c, paths.platformBrands.href({})))
for (const part of [brands, stores, people, settings, health, platformLog, accent]) platform.route('/', part)
