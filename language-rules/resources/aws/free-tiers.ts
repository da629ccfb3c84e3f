// What AWS gives every month without an end. Offers of the first year (EC2, S3, RDS, API Gateway, SES …), trials and credits are none
// of it. An organisation has them once: https://thecandidstartup.org/2023/01/23/free-or-not.html on the terms of the free tier.
import type { FreeTier } from '../../../core/free-tier.ts'

const asOf = '2026-11-22'
const holder = 'payer account'
/** Of China and GovCloud no page was read that says they hold there. */
const regions = /^(?!cn-|us-gov-)/

type Offer = Pick<FreeTier, 'what' | 'quantity' | 'lines' | 'page' | 'inEachRegion'>

const offers: readonly Offer[] = [
  {
    what: 'requests of Lambda',
    quantity: 1_000_000,
    lines: [{ sku: 'lambda requests', unit: 'request' }],
    page: 'https://docs.aws.amazon.com/whitepapers/latest/how-aws-pricing-works/lambda.html',
  },
  {
    // both architectures together; provisioned concurrency and storage above 512 MB are not in it
    what: 'GB-seconds of Lambda',
    quantity: 400_000,
    lines: [{ sku: /^lambda (?:x86|arm64) duration first /, unit: 'GB-second' }],
    page: 'https://docs.aws.amazon.com/whitepapers/latest/how-aws-pricing-works/lambda.html',
  },
  // "The DynamoDB free tier applies to all tables in a region": of the Standard class, provisioned
  {
    what: 'GB-months of DynamoDB',
    quantity: 25,
    inEachRegion: true,
    lines: [{ sku: 'dynamodb storage', unit: 'GB-month' }],
    page: 'https://aws.amazon.com/dynamodb/pricing/',
  },
  ...(['read', 'write'] as const).map((kind): Offer => {
    const name = kind === 'read' ? 'RCU' : 'WCU'
    const sku = `dynamodb ${name} provisioned`
    return {
      what: `provisioned ${kind} capacity units of DynamoDB`,
      quantity: 25,
      inEachRegion: true,
      lines: [
        { sku, unit: `${name}-month` },
        { sku, unit: `${name}-hour`, each: 730 },
      ],
      page: 'https://aws.amazon.com/dynamodb/pricing/',
    }
  }),
  {
    what: 'custom or detailed metrics of CloudWatch',
    quantity: 10,
    lines: [{ sku: 'cloudwatch custom metric first 10k', unit: 'metric-month' }],
    page: 'https://aws.amazon.com/cloudwatch/pricing/',
  },
  {
    what: 'alarm metrics of standard resolution of CloudWatch',
    quantity: 10,
    lines: [{ sku: 'cloudwatch standard alarm', unit: 'alarm-month' }],
    page: 'https://aws.amazon.com/cloudwatch/pricing/',
  },
  {
    what: 'dashboards of CloudWatch',
    quantity: 3,
    lines: [{ sku: 'cloudwatch dashboard', unit: 'month' }],
    page: 'https://aws.amazon.com/cloudwatch/pricing/',
  },
  {
    // one figure for "ingestion, archive storage, and data scanned by Logs Insights queries", so it is taken once for all three
    what: 'GB of logs of CloudWatch',
    quantity: 5,
    lines: [
      { sku: 'cloudwatch logs ingested', unit: 'GB' },
      { sku: 'cloudwatch logs archived', unit: 'GB-month' },
      { sku: 'cloudwatch insights scanned', unit: 'GB' },
    ],
    page: 'https://aws.amazon.com/cloudwatch/pricing/',
  },
  {
    what: 'requests of KMS',
    quantity: 20_000,
    lines: [{ sku: 'kms requests', unit: 'request' }],
    page: 'https://aws.amazon.com/kms/pricing/',
  },
  {
    what: 'state transitions of Step Functions',
    quantity: 4_000,
    lines: [{ sku: 'stepfunctions transitions', unit: 'transition' }],
    page: 'https://aws.amazon.com/step-functions/pricing/',
  },
  {
    what: 'traces recorded by X-Ray',
    quantity: 100_000,
    lines: [{ sku: 'xray traces recorded', unit: 'trace' }],
    page: 'https://aws.amazon.com/xray/pricing/',
  },
  {
    what: 'handler operations of CloudFormation',
    quantity: 1_000,
    lines: [{ sku: 'cloudformation third-party handler operation', unit: 'operation' }],
    page: 'https://aws.amazon.com/cloudformation/pricing/',
  },
  {
    what: 'objects in the Glue catalog',
    quantity: 1_000_000,
    lines: [{ sku: 'glue catalog objects', unit: 'object-month' }],
    page: 'https://aws.amazon.com/lake-formation/pricing/',
  },
  {
    what: 'requests of the Glue catalog',
    quantity: 1_000_000,
    lines: [{ sku: 'glue catalog requests', unit: 'request' }],
    page: 'https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/using-free-tier-api.html',
  },
  {
    // 1 TB
    what: 'GB to the internet by CloudFront',
    quantity: 1024,
    lines: [{ sku: /^cloudfront internet first 10 TB /, unit: 'GB' }],
    page: 'https://aws.amazon.com/cloudfront/pricing/',
  },
  {
    what: 'HTTP or HTTPS requests of CloudFront',
    quantity: 10_000_000,
    lines: [{ sku: /^cloudfront HTTPS? requests /, unit: 'request' }],
    page: 'https://aws.amazon.com/cloudfront/pricing/',
  },
  {
    what: 'GB from regions to the internet',
    quantity: 100,
    lines: [{ sku: 'data-transfer internet first 10 TB', unit: 'GB' }],
    page: 'https://repost.aws/questions/QUAT1NfOeZSAK5z8KXXO9jgA/do-amazon-aws-ec-2-free-tier-have-a-bandwidth-limit',
  },
  // AWS's bills say so of both: "First 1,000,000 Amazon SQS Requests per month are free"; these pages, that it does not end
  {
    what: 'requests of SQS',
    quantity: 1_000_000,
    lines: [
      { sku: 'sqs requests', unit: 'request' },
      { sku: 'sqs requests, FIFO', unit: 'request' },
    ],
    page: 'https://cloudburn.io/blog/amazon-sqs-pricing',
  },
  {
    what: 'requests of SNS',
    quantity: 1_000_000,
    lines: [{ sku: 'sns requests over 1M', unit: 'request' }],
    page: 'https://costpulse.cloud/insights/aws-free-tier-costs',
  },
  {
    what: 'minutes of small Linux builds of CodeBuild',
    quantity: 100,
    lines: [{ sku: 'codebuild general1.small', unit: 'minute' }],
    page: 'https://c3x.dev/resources/aws/aws_codebuild_project/',
  },
]

export const freeTiers: readonly FreeTier[] = offers.map((offer) => ({ cloud: 'aws', holder, regions, asOf, ...offer }))
