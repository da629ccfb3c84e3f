// https://cloud.google.com/scheduler/pricing: by the job, paused or not, and not by what it starts
import { line } from '../../../core/estimate/resource-line.ts'
import { fixed } from '../../../core/estimate/service-line.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import { worldwide } from './location.ts'

const job = defineResource({
  id: 'gcp/scheduler-job',
  cloud: 'gcp',
  docs: 'https://cloud.google.com/scheduler/pricing',
  shape: {},
  lines: (resource, prices) => [
    line('Job', 'job-month', fixed(resource, 1), worldwide(prices, 'cloud-scheduler', 'job')),
  ],
  from: {
    // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/cloud_scheduler_job
    terraform: { google_cloud_scheduler_job: { facts: {} } },
  },
  label: () => 'Scheduler job',
})

export const resources = [job]

export const examples: readonly ResourceExample[] = [
  {
    name: 'a job $0.10 a month, four of them $0.40: the three that an account has free are not taken off, and a paused one counts',
    terraform: `provider "google" {
  region = "us-central1"
}

resource "google_cloud_scheduler_job" "nightly" {
  name     = "nightly"
  schedule = "0 3 * * *"
  paused   = true
}

resource "google_cloud_scheduler_job" "many" {
  count    = 4
  name     = "many-\${count.index}"
  schedule = "*/5 * * * *"
}
`,
    sees: [
      { address: 'google_cloud_scheduler_job.nightly', usd: 0.1, status: 'priced', lines: ['Job'] },
      { address: 'google_cloud_scheduler_job.many', usd: 0.4, status: 'priced' },
    ],
  },
]
