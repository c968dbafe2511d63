import { Counter, Gauge, Histogram, Registry } from 'prom-client'

/** Everything this process counts, as /metrics shows it. */
export const registry = new Registry()

const registers = [registry]
const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

export const httpSeconds = new Histogram({
  name: 'comanda_http_request_seconds',
  help: 'Time from request to answer, by route pattern',
  labelNames: ['method', 'route', 'status'],
  buckets: seconds,
  registers,
})

export const jobSeconds = new Histogram({
  name: 'comanda_job_seconds',
  help: 'Time a background job took, by topic and outcome',
  labelNames: ['topic', 'outcome'],
  buckets: seconds,
  registers,
})

export const jobsWaiting = new Gauge({
  name: 'comanda_jobs',
  help: 'Background jobs in the database: ready to run, scheduled for later, running, failed for good',
  labelNames: ['state'],
  registers,
})

export const dbConnections = new Gauge({
  name: 'comanda_db_connections',
  help: 'Connections of this process to the database',
  labelNames: ['state'],
  registers,
})

export const openStreams = new Gauge({
  name: 'comanda_streams_open',
  help: 'Event streams that browsers hold open on this process',
  registers,
})

export const faults = new Counter({
  name: 'comanda_faults_total',
  help: 'Requests that ended in an unexpected error (status 500)',
  registers,
})
