import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readPriceList } from '../../domain/menu/price-list'
import { projectRoot } from '../root'
import qingye from './data/qingye.json' with { type: 'json' }
import xiaoman from './data/xiaoman.json' with { type: 'json' }
import { type BrandData, brandData, teaShopData } from './shape'
import { teaShop } from './tea-shop'

/** Where the tea shop's menu is read from: a real shop's list as it came, byte-order mark and all. */
export const priceListFile = () => join(projectRoot(), 'src/db/seed/menus/qingye.csv')

/** The demo's brands, checked: a noodle house with two stores, and a tea shop made from its price list. */
export async function demoBrands(): Promise<[noodles: BrandData, tea: BrandData]> {
  const list = readPriceList(await readFile(priceListFile(), 'utf8'))
  if (!list.ok) throw new Error(`the tea shop's price list, line ${list.refusal.line}: ${list.refusal.reason}`)
  return [brandData.parse(xiaoman), teaShop(teaShopData.parse(qingye), list.value)]
}
