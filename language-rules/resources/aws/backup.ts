// https://aws.amazon.com/backup/pricing/
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import { serviceLines } from './item-lines.ts'

/** What a vault may keep, and what may be restored from it; which of them it does is known to nobody but its plans' selections. */
const kinds = [
  { label: 'EFS backups, warm', item: 'EFS backup warm', usage: 'efsWarmGB', unit: 'GB-month' },
  { label: 'EFS backups, cold', item: 'EFS backup cold', usage: 'efsColdGB', unit: 'GB-month' },
  { label: 'EBS snapshots', item: 'EBS snapshot', usage: 'ebsSnapshotGB', unit: 'GB-month' },
  { label: 'RDS snapshots', item: 'RDS snapshot', usage: 'rdsSnapshotGB', unit: 'GB-month' },
  { label: 'Aurora snapshots', item: 'Aurora snapshot', usage: 'auroraSnapshotGB', unit: 'GB-month' },
  { label: 'DynamoDB backups', item: 'DynamoDB backup', usage: 'dynamodbBackupGB', unit: 'GB-month' },
  { label: 'FSx for Windows backups', item: 'FSx for Windows backup', usage: 'fsxWindowsBackupGB', unit: 'GB-month' },
  { label: 'FSx for Lustre backups', item: 'FSx for Lustre backup', usage: 'fsxLustreBackupGB', unit: 'GB-month' },
  { label: 'EFS restores, warm', item: 'EFS restore warm', usage: 'efsWarmRestoredGB', unit: 'GB' },
  { label: 'EFS restores, cold', item: 'EFS restore cold', usage: 'efsColdRestoredGB', unit: 'GB' },
  { label: 'DynamoDB restores', item: 'DynamoDB restore', usage: 'dynamodbRestoredGB', unit: 'GB' },
] as const

const vault = defineResource({
  id: 'aws/backup-vault',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/backup/pricing/',
  shape: {},
  usage: Object.fromEntries(
    kinds.map(({ label, usage, unit }) => [
      usage,
      `GB of ${label}${unit === 'GB' ? ' a month' : ', mean of the month'}`,
    ]),
  ),
  lines: (resource, prices) => {
    const { used } = serviceLines(resource, prices, 'backup')
    return kinds.map(({ label, unit, item, usage }) => used(label, unit, item, usage))
  },
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/backup_vault
    terraform: { aws_backup_vault: { facts: {} }, aws_backup_logically_air_gapped_vault: { facts: {} } },
  },
  label: () => 'Backup vault',
})

export const resources = [vault]

export const examples: readonly ResourceExample[] = [
  {
    name: 'with use told: 100 GB × $0.06 + 200 GB × $0.055 + 50 GB × $0.012',
    terraform: `provider "aws" {
  region = "us-west-1"
}

resource "aws_backup_vault" "main" {
  name = "main"
}
`,
    usage: { 'aws_backup_vault.*': { efsWarmGB: 100, ebsSnapshotGB: 200, efsColdGB: 50 } },
    sees: [{ address: 'aws_backup_vault.main', usd: 17.6, status: 'partial' }],
  },
  {
    name: 'what it keeps is known to nobody but its plans: unit prices',
    terraform: `provider "aws" {
  region = "us-west-1"
}

resource "aws_backup_vault" "main" {
  name = "main"
}
`,
    sees: [{ address: 'aws_backup_vault.main', usd: null, status: 'partial' }],
  },
]
