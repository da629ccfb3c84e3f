// What AWS's price pages call things, and what the price book calls them. Each name was read in the program of someone who reads the
// same feed by it (2022 to 2026); a name that was not is not here.
import type { StoragePart } from './source.ts'

/** Item of the feed → class and part. `times`: from the feed's unit, one request, to the book's 1,000. */
type Storage = readonly [is: 'storage', service: string, name: string, part: StoragePart, times?: number]
/** Item of the feed → item of the book. `times`: from the feed's unit to `per` units of the book's. */
type Service = readonly [is: 'service', service: string, item: string, unit: string, per?: number, times?: number]

export interface PageFeed {
  /** Below `/pricing/2.0/meteredUnitMaps`. */
  readonly path: string
  readonly items: Readonly<Record<string, Storage | Service>>
  /** Items that were not seen in the feed since 2024: it may lack them. Where it lacks another one, it is refused. */
  readonly mayLack?: readonly string[]
}

/** USD per request → per 1,000. */
const thousand = 1000

const requests = (name: string, feedName: string): Record<string, Storage> => ({
  [`PUT COPY/POST or LIST requests${feedName} per Requests`]: ['storage', 's3', name, 'put', thousand],
  [`GET and all other requests${feedName} per Requests`]: ['storage', 's3', name, 'get', thousand],
})

export const pageFeeds: Readonly<Record<string, PageFeed>> = {
  s3: {
    path: 's3/USD/current/s3.json',
    items: {
      'Standard Storage First 50 TB per GB Mo': ['storage', 's3', 'STANDARD', 'storage'],
      'Intelligent Tiering Frequent Access First 50 TB per GB Mo': ['storage', 's3', 'INTELLIGENT_TIERING', 'storage'],
      'Standard Infrequent Access Storage per GB-Mo': ['storage', 's3', 'STANDARD_IA', 'storage'],
      'One Zone Infrequent Access Storage Inf per GB-Mo': ['storage', 's3', 'ONEZONE_IA', 'storage'],
      'Glacier Instant Retrieval Storage': ['storage', 's3', 'GLACIER_IR', 'storage'],
      'Glacier Storage per GB Mo': ['storage', 's3', 'GLACIER', 'storage'],
      ...requests('STANDARD', ''),
      ...requests('INTELLIGENT_TIERING', ' to Intelligent Tiering'),
      ...requests('STANDARD_IA', ' to Standard Infrequent Access'),
      ...requests('ONEZONE_IA', ' to One Zone Infrequent Access'),
      ...requests('GLACIER_IR', ' to Glacier Instant Retrieval'),
      'PUT requests to Glacier per Requests': ['storage', 's3', 'GLACIER', 'put', thousand],
      'GET and all other requests to GLACIER per Requests': ['storage', 's3', 'GLACIER', 'get', thousand],
      'GET and all other requests to GDA per Requests': ['storage', 's3', 'DEEP_ARCHIVE', 'get', thousand],
      'Object Retrieval in Standard Infrequent Access per GB': ['storage', 's3', 'STANDARD_IA', 'retrieval'],
      'Object Retrieval in One Zone Infrequent Access per GB': ['storage', 's3', 'ONEZONE_IA', 'retrieval'],
      'Object Retrieval in Glacier Instant Retrieval per GB': ['storage', 's3', 'GLACIER_IR', 'retrieval'],
      'Fee for Standard Retrieval of data stored': ['storage', 's3', 'GLACIER', 'retrieval'],
      'Fee for Standard Retrieval of data stored from Glacier Deep Archive': [
        'storage',
        's3',
        'DEEP_ARCHIVE',
        'retrieval',
      ],
      'Lifecycle Transition Requests into Glacier Deep Archive per Requests': [
        'service',
        's3',
        'DEEP_ARCHIVE transition',
        'request',
        1000,
        thousand,
      ],
    },
  },
  s3glacierdeeparchive: {
    path: 's3glacierdeeparchive/USD/current/s3glacierdeeparchive.json',
    items: { 'Glacier Deep Archive GB Mo': ['storage', 's3', 'DEEP_ARCHIVE', 'storage'] },
  },
  ebs: {
    path: 'ec2/USD/current/ebs.json',
    items: {
      'Storage General Purpose gp2 GB Mo': ['storage', 'ebs', 'gp2', 'storage'],
      'Storage General Purpose gp3 GB Mo': ['storage', 'ebs', 'gp3', 'storage'],
      'Storage Provisioned IOPS io1 GB Mo': ['storage', 'ebs', 'io1', 'storage'],
      'Storage Provisioned IOPS io2 GB Mo': ['storage', 'ebs', 'io2', 'storage'],
      'Storage Provisioned IOPS io2 GB month': ['storage', 'ebs', 'io2', 'storage'],
      'Storage Throughput Optimized HDD st1 GB Mo': ['storage', 'ebs', 'st1', 'storage'],
      'Storage Cold HDD sc1 GB Mo': ['storage', 'ebs', 'sc1', 'storage'],
      'Storage Magnetic standard GB Mo': ['storage', 'ebs', 'standard', 'storage'],
      'Storage Snapshot Amazon S3 GB Mo': ['storage', 'ebs', 'snapshot', 'storage'],
      'Provisioned EBS IOPS gp3 Volumes per IOPS Mo': ['service', 'ebs', 'gp3 iops', 'IOPS-month'],
      'Provisioned EBS IOPS io1 Volumes per IOPS Mo': ['service', 'ebs', 'io1 iops', 'IOPS-month'],
      'Provisioned EBS IOPS io2 Volumes per IOPS Mo': ['service', 'ebs', 'io2 iops', 'IOPS-month'],
      'Provisioned EBS IOPS Tier 2 io2 Volumes per IOPS Mo': ['service', 'ebs', 'io2 iops over 32000', 'IOPS-month'],
      'Provisioned EBS IOPS Tier 3 io2 Volumes per IOPS Mo': ['service', 'ebs', 'io2 iops over 64000', 'IOPS-month'],
      'Provisioned Throughput gp3 per GiBps mo': ['service', 'ebs', 'gp3 throughput', 'MBps-month', 1, 1 / 1024],
    },
    mayLack: [
      'Storage Provisioned IOPS io1 GB Mo',
      'Storage Provisioned IOPS io2 GB Mo',
      'Storage Provisioned IOPS io2 GB month',
      'Provisioned EBS IOPS io1 Volumes per IOPS Mo',
      'Provisioned EBS IOPS io2 Volumes per IOPS Mo',
      'Provisioned EBS IOPS Tier 2 io2 Volumes per IOPS Mo',
      'Provisioned EBS IOPS Tier 3 io2 Volumes per IOPS Mo',
    ],
  },
  natgateway: {
    path: 'ec2/USD/current/natgateway.json',
    items: {
      'Hourly charge for NAT Gateways': ['service', 'nat-gateway', 'hour', 'hour'],
      'Charge for per GB data processed by NatGateways': ['service', 'nat-gateway', 'data processed', 'GB'],
    },
  },
  vpc: {
    path: 'vpc/USD/current/vpc.json',
    // One item of the book: where the two were to differ, it has no price.
    items: {
      'Hourly charge for In use Public IPv4 Addresses per Hrs': ['service', 'public-ipv4', 'in use or idle', 'hour'],
      'Hourly charge for Idle Public IPv4 Addresses per Hrs': ['service', 'public-ipv4', 'in use or idle', 'hour'],
    },
  },
  datatransfer: {
    path: 'datatransfer/USD/current/datatransfer.json',
    items: { 'DataTransfer External Outbound Next 10 TB': ['service', 'data-transfer', 'internet first 10 TB', 'GB'] },
  },
  lambda: {
    path: 'lambda/USD/current/lambda.json',
    items: {
      'Lambda Requests': ['service', 'lambda', 'requests', 'request', 1_000_000, 1_000_000],
      'Lambda Duration': ['service', 'lambda', 'x86 duration first 6B GB-s', 'GB-second'],
      'Lambda Duration-ARM': ['service', 'lambda', 'arm64 duration first 7.5B', 'GB-second'],
      'Lambda Storage-Duration': ['service', 'lambda', 'ephemeral storage above 512 MB', 'GB-second'],
    },
    mayLack: ['Lambda Duration-ARM', 'Lambda Storage-Duration'],
  },
}
