import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'

export type Metrics = {
  registry: Registry
  requests: Histogram<'method' | 'route' | 'status'>
  signIns: Counter<'outcome'>
  notices: Counter<'provider' | 'verdict'>
  jobs: Counter<'job' | 'outcome'>
  openJobs: Gauge
}

export function openMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  return {
    registry,
    requests: new Histogram({
      name: 'http_request_duration_seconds', help: 'Requests by route and status', registers,
      labelNames: ['method', 'route', 'status'], buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    }),
    signIns: new Counter({ name: 'sign_ins_total', help: 'Sign-ins by outcome', registers, labelNames: ['outcome'] }),
    notices: new Counter({
      name: 'payment_notices_total', help: 'Notices of payment companies by verdict', registers,
      labelNames: ['provider', 'verdict'],
    }),
    jobs: new Counter({ name: 'jobs_total', help: 'Job runs by outcome', registers, labelNames: ['job', 'outcome'] }),
    openJobs: new Gauge({ name: 'jobs_open', help: 'Jobs that are due or running', registers }),
  }
}
