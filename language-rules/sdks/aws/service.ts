// https://boto3.amazonaws.com/v1/documentation/api/latest/reference/services/index.html,
// https://docs.aws.amazon.com/AWSJavaScriptSDK/v3/latest/: the same requests, in Python and in TypeScript
import { hole } from '../../../core/resolve/providers.ts'
import type { ClientShape, RentShape } from '../../../core/sdk.ts'

/** Functions that make a client of the service they are told. */
const makers = [
  'boto3.client',
  'boto3.Session().client',
  'boto3.session.Session().client',
  'aioboto3.Session().client',
  'aiobotocore.session.get_session().create_client',
]
const resourceMakers = ['boto3.resource', 'boto3.Session().resource', 'boto3.session.Session().resource']

/** https://docs.getmoto.org, https://github.com/m-radzikowski/aws-sdk-client-mock and the like */
export const fakes = ['moto', 'botocore.stub', 'aws-sdk-client-mock', 'aws-sdk-mock']

/**
 * Of a host that is not wholly known: AWS is asked without a port, and in its own domain; nobody's client of it is told `http://`.
 * `https://\0` may be anything.
 */
const ownHost = String.raw`http:|[^:/]+://[^/]*(?:\.[a-z]|:)`

/** Another's server that speaks as S3 or EC2 do: MinIO, R2, one that stands in for AWS on this machine. */
export const elsewhere = {
  '^endpoint_url|^endpoint': new RegExp(`^(?!.*\\.amazonaws\\.com)(?:[^${hole}]*$|${ownHost})`),
  '^region_name|^region': ['auto'],
}

/** One service of AWS: as boto3 names it, and the class of its client in TypeScript. */
export interface Service {
  readonly name: string
  readonly client: string
  /** Where its package in TypeScript has another name: `cloudwatch-logs`. */
  readonly web?: string
}

export const packageOf = ({ name, web = name }: Service): string => `@aws-sdk/client-${web}`

export const clientsOf = (service: Service): readonly ClientShape[] => [
  { python: makers, given: { '[0]|service_name': service.name }, kind: service.name },
  // https://pypi.org/project/mypy-boto3/: what parameters are declared as
  {
    python: ['', 'client.'].map((at) => `mypy_boto3_${service.name}.${at}${service.client}Client`),
    kind: service.name,
  },
  { python: resourceMakers, given: { '[0]|service_name': service.name }, kind: `${service.name} resource` },
  {
    typescript: [`${packageOf(service)}#${service.client}Client`, `${packageOf(service)}#${service.client}`],
    kind: `${service.name} web`,
  },
]

/** The SDK before version 3. */
export const formerClientsOf = ({ name, client }: Service): ClientShape => ({
  typescript: [
    ...['aws-sdk#', 'aws-sdk#default.', 'aws-sdk#*.'].map((root) => `${root}${client}`),
    `aws-sdk/clients/${client.toLowerCase()}#default`,
  ],
  kind: `${name} web`,
})

/** A request by its name in Python, and by its command in TypeScript. */
export function request(service: Service, method: string, more: Partial<RentShape> = {}): readonly RentShape[] {
  const type = more.type ?? `aws.${method}`
  const command = method.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase())
  const web = `${service.name} web`
  return [
    { path: method, on: service.name, unless: elsewhere, ...more, type },
    { path: 'send', on: web, made: `${packageOf(service)}#${command}Command`, unless: elsewhere, ...more, type },
    { path: command[0]!.toLowerCase() + command.slice(1), on: web, unless: elsewhere, ...more, type },
  ]
}
