import { requestAfter, sameArgument } from '../fixes/next-request.ts'
import type { Fields } from '../fixes/written-value.ts'
import type { ResourceContext } from '../rule.ts'
import type { Edit, Resource } from '../types.ts'

/**
 * Gives a bucket of Amazon S3 that a program makes a lifecycle, by a call of the same client after the one that makes it. Holds an undefined
 * where that cannot be written. https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketLifecycleConfiguration.html
 */
export function lifecycleAfter(
  bucket: Resource,
  rule: Fields,
  context: Pick<ResourceContext<unknown>, 'code' | 'document'>,
): readonly (Edit | undefined)[] {
  const name = sameArgument(bucket, 'Bucket', context)
  if (name === undefined) return [undefined]
  const fields = { Bucket: name, LifecycleConfiguration: { Rules: [rule] } }
  return requestAfter(bucket, { method: 'put_bucket_lifecycle_configuration', fields }, context)
}

/** Of objects under every name. */
export const ruleOf = (id: string, does: Fields): Fields => ({
  ID: id,
  Status: 'Enabled',
  Filter: { Prefix: '' },
  ...does,
})
