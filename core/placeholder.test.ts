import { expect, it } from 'vitest'
import { isPlaceholder } from './placeholder.ts'

it('tells what a reader is to fill in from the names of regions', () => {
  const open = [
    '<REGION>',
    'your-region',
    'YOUR_GCP_REGION',
    '{{location}}',
    '[your-region]',
    'us-xxxx-1',
    '${var.region}',
  ]
  const named = [
    'AWS_REGION',
    'region',
    'my-region',
    'LOCATION',
    'GOOGLE_CLOUD_LOCATION',
    'region-name',
    'change-me',
    '...',
  ]
  expect([...open, ...named].filter((name) => !isPlaceholder(name))).toEqual([])
  const regions = [
    'us-east-1',
    'eu-central-2',
    'us-gov-west-1',
    'europe-west4',
    'westeurope',
    'West US 2',
    'eastus2euap',
    'global',
  ]
  expect(
    [...regions, 'anywhere', 'multi-region', 'nam5', 'ap-southeast-7', 'us-central1-a'].filter(isPlaceholder),
  ).toEqual([])
})
