// https://boto3.amazonaws.com/v1/documentation/api/latest/reference/services/index.html,
// https://docs.aws.amazon.com/AWSJavaScriptSDK/v3/latest/: the same requests, in Python and in TypeScript
import type { ClientShape, RentShape, Sdk, SdkExample } from '../../core/sdk.ts'

/** Functions that make a client of the service they are told. */
const makers = [
  'boto3.client',
  'boto3.Session().client',
  'boto3.session.Session().client',
  'aioboto3.Session().client',
  'aiobotocore.session.get_session().create_client',
]
const resourceMakers = ['boto3.resource', 'boto3.Session().resource', 'boto3.session.Session().resource']

interface Service {
  readonly id: string
  readonly name: string
  readonly client: string
}

const services: readonly Service[] = [
  { id: 'sagemaker', name: 'sagemaker', client: 'SageMaker' },
  { id: 'ec2', name: 'ec2', client: 'EC2' },
  { id: 's3', name: 's3', client: 'S3' },
]

const clientsOf = ({ id, name, client }: Service): readonly ClientShape[] => [
  { python: makers, given: { '[0]|service_name': name }, kind: id },
  { python: resourceMakers, given: { '[0]|service_name': name }, kind: `${id} resource` },
  { typescript: [`@aws-sdk/client-${id}#${client}Client`, `@aws-sdk/client-${id}#${client}`], kind: `${id} web` },
]

/** A request by its name in Python, and by its command in TypeScript. */
const request = (on: string, method: string, more: Partial<RentShape> = {}): readonly RentShape[] => {
  const type = `aws.${method}`
  const command = method.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase())
  return [
    { path: method, on, type, ...more },
    { path: 'send', on: `${on} web`, made: `@aws-sdk/client-${on}#${command}Command`, type, ...more },
    { path: command[0]!.toLowerCase() + command.slice(1), on: `${on} web`, type, ...more },
  ]
}

const inClass = { needs: ['StorageClass', 'ExtraArgs.StorageClass'] }

export const sdk: Sdk = {
  id: 'boto3',
  words: ['boto3', 'aiobotocore', '@aws-sdk/client-sagemaker', '@aws-sdk/client-ec2', '@aws-sdk/client-s3'],
  clients: [
    ...services.flatMap(clientsOf),
    // The session of SageMaker's own SDK has the client in it.
    {
      python: ['sagemaker.Session().sagemaker_client', 'sagemaker.session.Session().sagemaker_client'],
      module: true,
      kind: 'sagemaker',
    },
  ],
  calls: [],
  rents: [
    ...request('sagemaker', 'create_endpoint_config', { handed: ['EndpointConfigName', 'ProductionVariants'] }),
    ...request('sagemaker', 'create_training_job', { handed: ['TrainingJobName', 'ResourceConfig'] }),
    ...request('sagemaker', 'create_transform_job', { handed: ['TransformJobName', 'TransformResources'] }),
    ...request('sagemaker', 'create_processing_job', { handed: ['ProcessingJobName', 'ProcessingResources'] }),
    ...request('sagemaker', 'create_hyper_parameter_tuning_job', { handed: ['HyperParameterTuningJobConfig'] }),
    ...request('sagemaker', 'create_notebook_instance', { handed: ['NotebookInstanceName', 'InstanceType'] }),
    ...request('ec2', 'run_instances', { handed: ['MinCount', 'MaxCount'] }),
    { path: 'create_instances', on: 'ec2 resource', type: 'aws.run_instances', handed: ['MinCount', 'MaxCount'] },
    ...request('s3', 'put_object', inClass),
    ...request('s3', 'copy_object', inClass),
    ...request('s3', 'create_multipart_upload', inClass),
    { path: 'upload_file', on: 's3', type: 'aws.put_object', ...inClass },
    { path: 'upload_fileobj', on: 's3', type: 'aws.put_object', ...inClass },
    ...[
      'Object().put',
      'Object().upload_file',
      'Object().copy_from',
      'Bucket().put_object',
      'Bucket().upload_file',
    ].map((path) => ({ path, on: 's3 resource', type: 'aws.put_object', ...inClass })),
  ],
  stands: {
    names: ['@aws-sdk/client-s3#StorageClass', '@aws-sdk/client-ec2#_InstanceType', '@aws-sdk/client-ec2#InstanceType'],
  },
  free: ['create_endpoint', 'describe_endpoint', 'list_objects_v2'],
}

export const examples: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
import boto3
s3 = boto3.client("s3", region_name="eu-west-1")

def keep(body, client=boto3.Session(region_name="us-east-1").client("sagemaker")):
    s3.put_object(Bucket="b", Key="k", Body=body, StorageClass="GLACIER_IR")
    s3.put_object(Bucket="b", Key="k", Body=body)
    s3.upload_file("a", "b", "c", ExtraArgs={"StorageClass": "STANDARD_IA"})
    client.create_endpoint_config(
        EndpointConfigName="e",
        ProductionVariants=[{"InstanceType": "ml.g5.xlarge", "InitialInstanceCount": 2, "VariantName": "all"}],
    )
    client.create_endpoint(EndpointName="e", EndpointConfigName="e")

boto3.resource("ec2").create_instances(
    InstanceType="g5.xlarge", MinCount=1, MaxCount=4, InstanceMarketOptions={"MarketType": "spot"}
)
`,
    sees: [],
    rents: [
      { line: 6, type: 'aws.put_object', region: 'eu-west-1', facts: { storageClass: 'GLACIER_IR' } },
      { line: 8, type: 'aws.put_object', facts: { storageClass: 'STANDARD_IA' } },
      {
        line: 9,
        type: 'aws.create_endpoint_config',
        region: 'us-east-1',
        facts: { 'variants[0].instanceType': 'ml.g5.xlarge', 'variants[0].instances': 2 },
      },
      {
        line: 15,
        type: 'aws.run_instances',
        purchase: 'spot',
        region: null,
        count: null,
        facts: { instanceType: 'g5.xlarge' },
      },
    ],
  },
  {
    lang: 'typescript',
    code: `
import { EC2Client, RunInstancesCommand } from "@aws-sdk/client-ec2"
import { PutObjectCommand, S3, StorageClass } from "@aws-sdk/client-s3"

const ec2 = new EC2Client({ region: "us-west-2" })
await ec2.send(new RunInstancesCommand({ InstanceType: "p4d.24xlarge", MinCount: 2, MaxCount: 2, ImageId: "ami-1" }))
await new S3({}).send(new PutObjectCommand({ Bucket: "b", Key: "k", StorageClass: StorageClass.DEEP_ARCHIVE }))
await new S3({}).putObject({ Bucket: "b", Key: "k", StorageClass: "STANDARD_IA" })
`,
    sees: [],
    rents: [
      { line: 6, type: 'aws.run_instances', count: 2, region: 'us-west-2', facts: { instanceType: 'p4d.24xlarge' } },
      { line: 7, type: 'aws.put_object', facts: { storageClass: 'DEEP_ARCHIVE' } },
      { line: 8, type: 'aws.put_object', facts: { storageClass: 'STANDARD_IA' } },
    ],
  },
  {
    lang: 'python',
    code: `
import boto3
boto3.client("s3").put_object(Bucket="b", Key="k", Body=b"")
boto3.client("ec2").describe_instances(Filters=[{"Name": "instance-type", "Values": ["g5.xlarge"]}])
`,
    sees: [],
  },
]
