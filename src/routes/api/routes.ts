import { docs } from './docs'
import { apiRouter } from './router'

export const api = apiRouter()

api.openAPIRegistry.registerComponent('securitySchemes', 'bearer', { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' })

for (const resource of [] as ReturnType<typeof apiRouter>[]) api.route('/', resource)
api.route('/', docs(api))
