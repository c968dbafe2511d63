import type { Db } from '../../db/connect'

/** The rows a menu is published from, in the order they are shown. */

export const categoryRows = (db: Db, brandId: string, menuId: string) =>
  db
    .selectFrom('menuCategory as c')
    .leftJoin('station as s', (on) => on.onRef('s.brandId', '=', 'c.brandId').onRef('s.id', '=', 'c.stationId'))
    .select(['c.id', 'c.name', 'c.stationId', 's.storeId as stationStoreId'])
    .where('c.brandId', '=', brandId)
    .where('c.menuId', '=', menuId)
    .orderBy('c.position')
    .orderBy('c.id')
    .execute()

export const dishRows = (db: Db, brandId: string, menuId: string) =>
  db
    .selectFrom('menuCategory as c')
    .innerJoin('menuItem as i', (on) => on.onRef('i.brandId', '=', 'c.brandId').onRef('i.menuCategoryId', '=', 'c.id'))
    .innerJoin('dish as d', (on) => on.onRef('d.brandId', '=', 'i.brandId').onRef('d.id', '=', 'i.dishId'))
    .leftJoin('picture as p', (on) => on.onRef('p.brandId', '=', 'd.brandId').onRef('p.id', '=', 'd.pictureId'))
    .select([
      'c.id as categoryId',
      'i.price',
      'd.id',
      'd.name',
      'd.description',
      'd.basePrice',
      'd.plate',
      'd.isDrink',
      'd.tags',
    ])
    .select(['d.allergens', 'd.origin', 'd.pictureId', 'p.fileName', 'p.width', 'p.height', 'p.widths', 'p.isCutout'])
    .where('c.brandId', '=', brandId)
    .where('c.menuId', '=', menuId)
    .where('i.isHidden', '=', false)
    .where('d.isArchived', '=', false)
    .orderBy('c.position')
    .orderBy('c.id')
    .orderBy('i.position')
    .orderBy('i.id')
    .execute()

export const groupRows = (db: Db, brandId: string, dishIds: string[]) =>
  db
    .selectFrom('dishOptionCategory')
    .select(['dishId', 'optionCategoryId as id'])
    .where('brandId', '=', brandId)
    .where('dishId', '=', (q) => q.fn.any(q.val(dishIds)))
    .orderBy('position')
    .orderBy('optionCategoryId')
    .execute()

export const optionRows = (db: Db, brandId: string, ids: string[]) =>
  db
    .selectFrom('optionCategory as g')
    .leftJoin('option as o', (on) =>
      on.onRef('o.brandId', '=', 'g.brandId').onRef('o.optionCategoryId', '=', 'g.id').on('o.isArchived', '=', false),
    )
    .select([
      'g.id',
      'g.name',
      'g.inputType',
      'g.minChoices',
      'g.maxChoices',
      'o.id as optionId',
      'o.name as optionName',
    ])
    .select(['o.priceDelta', 'o.refDishId', 'o.isDefault', 'o.allergens'])
    .where('g.brandId', '=', brandId)
    .where('g.id', '=', (q) => q.fn.any(q.val(ids)))
    .orderBy('o.position')
    .orderBy('o.id')
    .execute()
