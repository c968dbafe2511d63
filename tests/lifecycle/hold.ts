// Opens the embedded database under DATA_DIR and holds it until SIGTERM: what the server does, without the rest.
import { openDatabase } from '../../src/db/open'

openDatabase({
  databaseUrl: null,
  dataDir: process.env.DATA_DIR!,
  mayJoin: false,
  onRestart: () => console.log('restarted'),
}).then(
  (database) => {
    console.log(`open ${database.url}`)
    process.on('SIGTERM', () => database.close().then(() => process.exit(0)))
  },
  (e) => {
    console.error(`${e.constructor.name}: ${e.message}`)
    process.exit(1)
  },
)
