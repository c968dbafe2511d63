// npm run seed: the demo brands, menus and accounts, into a database that has none. Their passwords are public: not for production.
import { connect } from '../src/db/connect'
import { openDatabase } from '../src/db/open'
import { seedDemo } from '../src/db/seed/seed'

const { DATABASE_URL, DATA_DIR = '.data', NODE_ENV } = process.env
if (NODE_ENV === 'production') throw new Error('NODE_ENV: production gets no demo accounts')
const database = await openDatabase({ databaseUrl: DATABASE_URL || null, dataDir: DATA_DIR, mayJoin: true })
const { db } = connect(database.url, 2)
const isNew = await seedDemo(db, { now: new Date() })
await db.destroy()
await database.close()
console.log(isNew ? 'The demo is in place.' : 'The demo was there already.')
