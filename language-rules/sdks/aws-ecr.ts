// https://docs.aws.amazon.com/AmazonECR/latest/APIReference/Welcome.html
import type { Sdk, SdkExample } from '../../core/sdk.ts'
import { clientsOf, fakes, formerClientsOf, request } from './aws/service.ts'

const ecr = { name: 'ecr', client: 'ECR' }

export const sdk: Sdk = {
  id: 'aws-ecr',
  words: ["'ecr'", '"ecr"', '@aws-sdk/client-ecr', 'ECR('],
  fakes,
  clients: [...clientsOf(ecr), formerClientsOf(ecr)],
  calls: [],
  rents: [
    ...request(ecr, 'create_repository'),
    ...request(ecr, 'put_lifecycle_policy'),
    // A repository that goes again is for a while only.
    ...request(ecr, 'delete_repository'),
  ],
  free: ['describe_repositories', 'get_authorization_token'],
}

export const examples: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
import boto3
ecr = boto3.client("ecr", region_name="eu-west-1")
ecr.create_repository(repositoryName="ranker", imageScanningConfiguration={"scanOnPush": True})
`,
    sees: [],
    rents: [{ line: 4, type: 'aws.create_repository', region: 'eu-west-1', facts: { expires: false } }],
  },
  {
    lang: 'typescript',
    code: `
import { CreateRepositoryCommand, ECRClient } from '@aws-sdk/client-ecr'
const ecr = new ECRClient({ region: 'us-east-1' })
await ecr.send(new CreateRepositoryCommand({ repositoryName: 'ranker' }))
`,
    sees: [],
    rents: [{ line: 4, type: 'aws.create_repository', region: 'us-east-1' }],
  },
  {
    lang: 'typescript',
    code: `
import AWS from 'aws-sdk'
const ecr = new AWS.ECR({ region: 'us-east-1' })
await ecr.createRepository({ repositoryName: 'ranker' }).promise()
`,
    sees: [],
    rents: [{ line: 4, type: 'aws.create_repository', region: 'us-east-1' }],
  },
  {
    lang: 'python',
    code: `
import boto3
boto3.client("ecr").describe_repositories()
boto3.client("codecommit").create_repository(repositoryName="berths")
`,
    sees: [],
  },
]
