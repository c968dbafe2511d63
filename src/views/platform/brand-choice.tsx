import type { FC } from 'hono/jsx'
import type { AnyBrand } from '../../domain/brands/all-brands'
import { Field, fieldAttrs } from '../ui/form'
import { useView } from '../ui/view'
import { textIn } from '../ui/words'

type Props = {
  label: string
  brands: Pick<AnyBrand, 'id' | 'name' | 'defaultLang'>[]
  chosen: string | undefined
  error: string | undefined
}

/** Which brand it is about. */
export const BrandChoice: FC<Props> = ({ label, brands, chosen, error }) => {
  const { lang } = useView()
  return (
    <Field name="brand" label={label} error={error}>
      <select class="select" {...fieldAttrs('brand', error)}>
        {brands.map(({ id, name, defaultLang }) => (
          <option value={id} selected={chosen === id}>
            {textIn(name, lang, defaultLang)}
          </option>
        ))}
      </select>
    </Field>
  )
}
