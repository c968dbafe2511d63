import { expect, test } from 'vitest'
import { Picture } from '../../../src/views/ui/picture'

const picture = { id: 'p', fileName: 'ab'.repeat(10), width: 256, height: 128, widths: [96, 192, 256], isCutout: true }
const html = (props: { size: number; eager?: boolean }) => String(<Picture picture={picture} {...props} />)

test('a picture keeps its place before it comes: width and height are known', () => {
  expect(html({ size: 160 })).toContain('width="160" height="80"')
})

test('a picture lets the browser choose among formats and widths', () => {
  const name = '/pictures/abababababababababab'
  expect(html({ size: 96 })).toContain(
    `<source type="image/avif" srcset="${name}-96.avif 96w, ${name}-192.avif 192w, ${name}-256.avif 256w" sizes="96px"/>`,
  )
  expect(html({ size: 96 })).toContain(`<img src="${name}-192.webp"`)
})

test('a picture is decoration beside its name, and waits until it comes near', () => {
  expect(html({ size: 96 })).toContain('alt="" loading="lazy"')
  expect(html({ size: 96, eager: true })).toContain('loading="eager"')
})
