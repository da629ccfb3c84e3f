// https://boto3.amazonaws.com/v1/documentation/api/latest/reference/services/index.html,
// https://docs.aws.amazon.com/AWSJavaScriptSDK/v3/latest/: the same requests, in Python and in TypeScript
import type { RentShape, Sdk, SdkExample } from '../../core/sdk.ts'
import { clientsOf, elsewhere, fakes, formerClientsOf, request, type Service } from './aws/service.ts'
import { boto3Examples } from './boto3/examples.ts'

const sagemaker = { name: 'sagemaker', client: 'SageMaker' }
const ec2 = { name: 'ec2', client: 'EC2' }
const s3 = { name: 's3', client: 'S3' }

const lifecycle = 'put_bucket_lifecycle_configuration'

/** A request by a method of boto3's resources. */
const ofResource = ({ name }: Service, path: string, request = path, more: Partial<RentShape> = {}): RentShape => ({
  path,
  on: `${name} resource`,
  type: `aws.${request}`,
  unless: elsewhere,
  ...more,
})

const inClass = { needs: ['StorageClass', 'ExtraArgs.StorageClass'] }

export const sdk: Sdk = {
  id: 'boto3',
  words: [
    ...['boto3', 'aiobotocore', '@aws-sdk/client-sagemaker', '@aws-sdk/client-ec2', '@aws-sdk/client-s3'],
    ...['@aws-sdk/lib-storage', "'aws-sdk'", '"aws-sdk"', 'aws-sdk/clients/s3', 'aws-sdk/clients/ec2'],
  ],
  fakes,
  clients: [
    ...[sagemaker, ec2, s3].flatMap(clientsOf),
    // The session of SageMaker's own SDK has the client in it.
    {
      python: ['sagemaker.Session().sagemaker_client', 'sagemaker.session.Session().sagemaker_client'],
      module: true,
      kind: 'sagemaker',
    },
    { typescript: '@aws-sdk/lib-storage#Upload', module: true, kind: 'upload' },
    ...[s3, ec2, sagemaker].map(formerClientsOf),
  ],
  calls: [],
  rents: [
    ...request(sagemaker, 'create_endpoint_config', { handed: ['EndpointConfigName', 'ProductionVariants'] }),
    ...request(sagemaker, 'create_model'),
    ...request(sagemaker, 'create_training_job', { handed: ['TrainingJobName', 'ResourceConfig'] }),
    ...request(sagemaker, 'create_transform_job', { handed: ['TransformJobName', 'TransformResources'] }),
    ...request(sagemaker, 'create_processing_job', { handed: ['ProcessingJobName', 'ProcessingResources'] }),
    ...request(sagemaker, 'create_hyper_parameter_tuning_job', { handed: ['HyperParameterTuningJobConfig'] }),
    ...request(sagemaker, 'create_notebook_instance', { handed: ['NotebookInstanceName', 'InstanceType'] }),
    ...request(ec2, 'run_instances', { handed: ['MinCount', 'MaxCount'] }),
    ofResource(ec2, 'create_instances', 'run_instances', { handed: ['MinCount', 'MaxCount'] }),
    ...request(ec2, 'request_spot_instances'),
    ...request(ec2, 'create_fleet', { handed: ['TargetCapacitySpecification', 'LaunchTemplateConfigs'] }),
    ...request(ec2, 'request_spot_fleet', { handed: ['SpotFleetRequestConfig'] }),
    ...request(ec2, 'create_launch_template', {
      aside: true,
      handed: ['LaunchTemplateName', 'LaunchTemplateData'],
    }),
    ...request(ec2, 'create_volume', { handed: ['AvailabilityZone', 'VolumeType'] }),
    ofResource(ec2, 'create_volume'),
    ...request(s3, 'create_bucket'),
    ofResource(s3, 'create_bucket'),
    ofResource(s3, 'Bucket().create', 'create_bucket'),
    ...request(s3, 'put_bucket_versioning', { aside: true }),
    ...request(s3, 'put_bucket_tagging', { aside: true }),
    ...['BucketTagging().put', 'Bucket().Tagging().put'].map((path) =>
      ofResource(s3, path, 'put_bucket_tagging', { aside: true }),
    ),
    // A bucket that goes again is for a while only.
    ...request(s3, 'delete_bucket', { aside: true }),
    ofResource(s3, 'Bucket().delete', 'delete_bucket', { aside: true }),
    ...request(s3, lifecycle, { handed: ['Bucket', 'LifecycleConfiguration'] }),
    // https://docs.aws.amazon.com/boto3/latest/guide/clients.html: the client in a resource
    ...['', 'Bucket().', 'create_bucket().'].map((path) =>
      ofResource(s3, `${path}meta.client.${lifecycle}`, lifecycle),
    ),
    // The request before it, whose rules have one transition each.
    ...request(s3, 'put_bucket_lifecycle', { type: `aws.${lifecycle}` }),
    ...['LifecycleConfiguration', 'Lifecycle'].flatMap((kind) => [
      ofResource(s3, `Bucket${kind}().put`, lifecycle),
      ofResource(s3, `Bucket().${kind}().put`, lifecycle),
    ]),
    { path: '()', on: 'upload', type: 'aws.put_object', needs: 'params.StorageClass' },
    ...request(s3, 'put_object', inClass),
    ...request(s3, 'copy_object', inClass),
    ...request(s3, 'create_multipart_upload', inClass),
    ...['upload_file', 'upload_fileobj'].map((path) => ({
      path,
      on: 's3',
      type: 'aws.put_object',
      unless: elsewhere,
      ...inClass,
    })),
    ...[
      'Object().put',
      'Object().upload_file',
      'Object().copy_from',
      'Bucket().put_object',
      'Bucket().upload_file',
    ].map((path) => ofResource(s3, path, 'put_object', inClass)),
  ],
  stands: {
    names: ['@aws-sdk/client-s3#StorageClass', '@aws-sdk/client-ec2#_InstanceType', '@aws-sdk/client-ec2#InstanceType'],
  },
  free: ['create_endpoint', 'describe_endpoint', 'list_objects_v2'],
}

export const examples: readonly SdkExample[] = boto3Examples
