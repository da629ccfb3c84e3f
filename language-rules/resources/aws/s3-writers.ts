// Who writes to a bucket, where the configuration says it.
import type { Block } from '../../../core/format.ts'
import { known, unknown } from '../../../core/known.ts'
import type { Fact, Known } from '../../../core/types.ts'
import { is, textOf } from './item-lines.ts'

/**
 * Where services of AWS are told the bucket for their logs and reports, each of which they write once:
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-and-resource-policy.html, …/AmazonS3/latest/userguide/ServerLogs.html
 */
const services: readonly (readonly [type: string, ...paths: string[]])[] = [
  ['aws_s3_bucket_logging', 'target_bucket'],
  ['aws_lb', 'access_logs.bucket', 'connection_logs.bucket'],
  ['aws_alb', 'access_logs.bucket'],
  ['aws_elb', 'access_logs.bucket'],
  ['aws_cloudfront_distribution', 'logging_config.bucket'],
  ['aws_cloudtrail', 's3_bucket_name'],
  ['aws_config_delivery_channel', 's3_bucket_name'],
  ['aws_flow_log', 'log_destination'],
  ['aws_cur_report_definition', 's3_bucket'],
  ['aws_spot_datafeed_subscription', 'bucket'],
  ['aws_s3_bucket_inventory', 'destination.bucket.bucket_arn'],
  ['aws_guardduty_publishing_destination', 'destination_arn'],
  ['aws_route53_resolver_query_log_config', 'destination_arn'],
  ['aws_wafv2_web_acl_logging_configuration', 'log_destination_configs'],
  ['aws_synthetics_canary', 'artifact_s3_location'],
  // Each object, and the result of each query, has a name of its own: …/firehose/latest/dev/s3-object-name.html, …/athena/latest/ug/querying.html
  ['aws_kinesis_firehose_delivery_stream', 'extended_s3_configuration.bucket_arn', 's3_configuration.bucket_arn'],
  ['aws_athena_database', 'bucket'],
  ['aws_athena_workgroup', 'configuration.result_configuration.output_location'],
]

/** What the configuration itself puts there, or reads from there to make something: files of its own. */
const files: readonly (readonly [type: string, path: string])[] = [
  ['aws_s3_object', 'bucket'],
  ['aws_s3_bucket_object', 'bucket'],
  ['aws_lambda_function', 's3_bucket'],
  ['aws_lambda_layer_version', 's3_bucket'],
  // A list of revoked certificates, which is written anew.
  ['aws_acmpca_certificate_authority', 'revocation_configuration.crl_configuration.s3_bucket_name'],
]

/** An object that is only there so that a folder is seen. */
const isFolder = (block: Block) => textOf(block.fact('key'))?.endsWith('/') === true

/** Principals of services that deliver logs and reports, in a policy of the bucket. */
const deliverers =
  /^(s3|logging\.s3|guardduty|(delivery\.)?logs|cloudtrail|config|billingreports|bcm-data-exports|logdelivery\.elasticloadbalancing)\.([\w-]+\.)?amazonaws\.com$/

/** `service`: logs and reports of AWS. `configuration`: files of the configuration. Unknown where nothing is said. */
export function writtenBy(block: Block): Known<Fact> {
  if (isLogBucket(block)) return known<Fact>('service', block.location)
  if (isState(block)) return known<Fact>('configuration', block.location)
  const isFilled = files.some(([type, path]) =>
    block.referredBy(type).some((other) => leadsTo(other, path, block) && !isFolder(other)),
  )
  return isFilled ? known<Fact>('configuration', block.location) : unknown('absent')
}

/** The file that makes it makes the table as well in which Terraform locks its state: https://developer.hashicorp.com/terraform/language/backend/s3 */
const isState = (bucket: Block) =>
  bucket
    .ofType('aws_dynamodb_table')
    .some((table) => is(table.fact('hash_key'), 'LockID') && table.location.file === bucket.location.file)

/** One of several that `count` makes is told as all of them are. */
const leadsTo = (other: Block, path: string, bucket: Block) => {
  const target = other.target(path, 'aws_s3_bucket')
  return target !== undefined && withoutIndex(target.key) === withoutIndex(bucket.key)
}

const withoutIndex = (key: string) => key.replace(/\[[^\]]*\]$/, '')

function isLogBucket(block: Block): boolean {
  const acls = [block.fact('acl'), ...block.referredBy('aws_s3_bucket_acl').map((each) => each.fact('acl'))]
  if (acls.some((acl) => is(acl, 'log-delivery-write'))) return true
  const isTold = services.some(([type, ...paths]) =>
    block.referredBy(type).some((other) => paths.some((path) => leadsTo(other, path, block))),
  )
  return isTold || policiesOf(block).some((policy) => principalsOf(policy).some((name) => deliverers.test(name)))
}

const policiesOf = (block: Block): readonly Block[] =>
  block
    .referredBy('aws_s3_bucket_policy')
    .flatMap((each) => each.target('policy', 'data.aws_iam_policy_document') ?? [])

/** Of services that may write. */
const principalsOf = (policy: Block): readonly string[] =>
  policy.nested('statement').flatMap((statement) => {
    const actions = statement.list('actions')
    const writes =
      actions.is === 'known' && actions.value.some((action) => /:(PutObject|\*)$/.test(textOf(action) ?? ''))
    if (!writes) return []
    return statement
      .nested('principals')
      .filter((each) => is(each.fact('type'), 'Service'))
      .flatMap((each) => {
        const names = each.list('identifiers')
        return names.is === 'known' ? names.value.flatMap((name) => textOf(name) ?? []) : []
      })
  })
