// Puts the demo into the database of DATABASE_URL: two brands, three stores, three accounts. Does nothing where it already is.
import { connect } from '../src/db/connect'
import { migrate } from '../src/db/migrate'
import { seedDemo } from '../src/db/seed/seed'

const url = process.env.DATABASE_URL
if (!url) {
  console.error('npm run seed fills the database of DATABASE_URL; the embedded one is filled by npm start.')
  process.exit(1)
}
await migrate(url)
const { db, pool } = connect(url, 2)
try {
  const seeded = await seedDemo(db, { now: new Date() })
  console.log(seeded ? 'The demo is in: admin/admin, staff/staff, customer/customer.' : 'The demo was already there.')
} finally {
  await pool.end()
}
