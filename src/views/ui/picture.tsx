import type { FC } from 'hono/jsx'
import type { MenuPicture } from '../../domain/menu/content'
import { paths } from '../paths'

type Format = 'avif' | 'webp'

const url = (fileName: string, width: number, format: Format) =>
  paths.picture.href({ file: `${fileName}-${width}.${format}` })

const srcset = ({ fileName, widths }: MenuPicture, format: Format) =>
  widths.map((width) => `${url(fileName, width, format)} ${width}w`).join(', ')

/**
 * A dish's picture as decoration beside its name. `size` is the width in CSS pixels at which it is shown: it reserves the place
 * and lets the browser choose a file. The first pictures of a page are `eager`, all others wait until they come near.
 */
export const Picture: FC<{ picture: MenuPicture; size: number; eager?: boolean }> = ({ picture, size, eager }) => {
  const { fileName, widths, width, height } = picture
  const fallback = widths.find((step) => step >= size * 2) ?? widths.at(-1) ?? width
  return (
    <picture>
      <source type="image/avif" srcset={srcset(picture, 'avif')} sizes={`${size}px`} />
      <img
        src={url(fileName, fallback, 'webp')}
        srcset={srcset(picture, 'webp')}
        sizes={`${size}px`}
        width={size}
        height={Math.round((size * height) / width)}
        alt=""
        loading={eager ? 'eager' : 'lazy'}
        decoding="async"
      />
    </picture>
  )
}
