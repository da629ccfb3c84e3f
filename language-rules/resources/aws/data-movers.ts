// https://aws.amazon.com/datasync/pricing/ and https://aws.amazon.com/appflow/pricing/: by what they move.
import { usage } from '../../../core/estimate/resource-line.ts'
import { serviceLine } from '../../../core/estimate/service-line.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'

const task = defineResource({
  id: 'aws/datasync-task',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/datasync/pricing/',
  shape: {},
  usage: { processedGB: 'GB copied' },
  lines: (resource, prices) => [
    serviceLine(resource, prices, 'Data copied', 'GB', usage(resource, 'processedGB'), {
      service: 'datasync',
      item: 'data copied',
    }),
  ],
  from: { terraform: { aws_datasync_task: { facts: {} } } },
  label: () => 'DataSync task',
})

const flow = defineResource({
  id: 'aws/appflow-flow',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/appflow/pricing/',
  shape: {},
  usage: { runs: 'runs', processedGB: 'GB processed' },
  lines: (resource, prices) => [
    serviceLine(resource, prices, 'Runs', 'run', usage(resource, 'runs'), { service: 'appflow', item: 'flow run' }),
    serviceLine(resource, prices, 'Data processed', 'GB', usage(resource, 'processedGB'), {
      service: 'appflow',
      item: 'data processed',
    }),
  ],
  from: { terraform: { aws_appflow_flow: { facts: {} } } },
  label: () => 'AppFlow flow',
})

export const resources = [task, flow]

export const free: readonly string[] = [
  'aws_appflow_connector_profile',
  'aws_datasync_agent',
  'aws_datasync_location_azure_blob',
  'aws_datasync_location_efs',
  'aws_datasync_location_fsx_lustre_file_system',
  'aws_datasync_location_fsx_ontap_file_system',
  'aws_datasync_location_fsx_openzfs_file_system',
  'aws_datasync_location_fsx_windows_file_system',
  'aws_datasync_location_hdfs',
  'aws_datasync_location_nfs',
  'aws_datasync_location_object_storage',
  'aws_datasync_location_s3',
  'aws_datasync_location_smb',
]

export const examples: readonly ResourceExample[] = [
  {
    name: 'without a row for the region, never $0',
    terraform: `provider "aws" {
  region = "mx-central-1"
}

resource "aws_datasync_task" "copy" {
  name = "copy"
}

resource "aws_appflow_flow" "sales" {
  name = "sales"
}
`,
    sees: [
      { address: 'aws_datasync_task.copy', usd: null, status: 'unknown', unknown: ['Data copied: no-price'] },
      {
        address: 'aws_appflow_flow.sales',
        usd: null,
        status: 'unknown',
        unknown: ['Runs: no-price', 'Data processed: no-price'],
      },
    ],
  },
]
