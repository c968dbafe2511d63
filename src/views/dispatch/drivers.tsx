import type { FC } from 'hono/jsx'
import type { DeliveryRow } from '../../domain/deliveries/queries'
import { paths } from '../paths'
import { useView } from '../ui/view'

type DriversProps = {
  slugs: { brand: string; store: string }
  drivers: string[]
  driver: string | undefined
  open: DeliveryRow[]
}

/** Whose deliveries are shown: the URL is the choice, so a driver can keep their own page. */
export const Drivers: FC<DriversProps> = ({ slugs, drivers, driver, open }) => {
  const { t, reader } = useView()
  const names = reader && !drivers.includes(reader.name) ? [reader.name, ...drivers] : drivers
  const countOf = (name: string) => open.filter(({ driverId }) => driverId === name).length
  return (
    <nav class="road-drivers" aria-label={t('dispatch.drivers')}>
      <a class="chip" href={paths.dispatch.href(slugs)} aria-current={driver === undefined ? 'page' : undefined}>
        {t('dispatch.everyone')}
      </a>
      {names.map((name) => (
        <a
          class="chip"
          href={paths.dispatch.href(slugs, { driver: name })}
          aria-current={driver === name ? 'page' : undefined}
        >
          {name === reader?.name ? t('dispatch.mine') : name}{' '}
          {countOf(name) > 0 && <span class="num">{countOf(name)}</span>}
        </a>
      ))}
    </nav>
  )
}
