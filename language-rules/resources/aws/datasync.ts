// https://aws.amazon.com/datasync/pricing/: by what it copies.
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

export const resources = [task]

/** Where it copies from and to; agents are the user's own machines. */
export const free: readonly string[] = [
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
`,
    sees: [{ address: 'aws_datasync_task.copy', usd: null, status: 'unknown', unknown: ['Data copied: no-price'] }],
  },
]
