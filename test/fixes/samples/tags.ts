import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3'

const s3 = new S3Client({ region: 'us-east-1', forcePathStyle: true })

export async function prepare(name: string) {
  await s3.send(new CreateBucketCommand({ Bucket: name }))
}
