// npm run migrate: brings the database up to date (npm start does it by itself).
import { openDatabase } from '../src/db/open'

const { DATABASE_URL, DATA_DIR = '.data' } = process.env
const database = await openDatabase({ databaseUrl: DATABASE_URL || null, dataDir: DATA_DIR, mayJoin: true })
await database.close()
console.log('The database is up to date.')
