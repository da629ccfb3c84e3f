// https://docs.aws.amazon.com/bedrock/latest/APIReference/welcome.html
// The operations and their fields: the service models of botocore 1.43 and of AWS SDK for JavaScript 3.1163.
import type { ClientShape, Sdk, SdkExample } from '../../core/sdk.ts'
import { calls, packages } from './bedrock/calls.ts'
import { handed, handedExamples } from './bedrock/handed.ts'
import { pythonExamples } from './bedrock/python.ts'
import { typescriptExamples } from './bedrock/typescript.ts'

/** Functions that make a client of the service they are told. */
const makers = [
  'boto3.client',
  'boto3.Session().client',
  'boto3.session.Session().client',
  'botocore.session.get_session().create_client',
  'botocore.session.Session().create_client',
  // Both hand the client out of a context manager.
  'aioboto3.Session().client',
  'aioboto3.session.Session().client',
  'aiobotocore.session.get_session().create_client',
  'aiobotocore.session.AioSession().create_client',
]

const service = (kind: keyof typeof packages, name: string, client: string): ClientShape => ({
  python: makers,
  given: { '[0]|service_name': name },
  typescript: [`${packages[kind]}#${client}Client`, `${packages[kind]}#${client}`],
  provider: 'bedrock',
  kind,
})

const python = ({ python, given, provider, kind }: ClientShape): ClientShape => ({ python, given, provider, kind })
const typescript = ({ typescript, provider, kind }: ClientShape): ClientShape => ({ typescript, provider, kind })

const services = [
  service('runtime', 'bedrock-runtime', 'BedrockRuntime'),
  service('agents', 'bedrock-agent-runtime', 'BedrockAgentRuntime'),
  service('control', 'bedrock', 'Bedrock'),
  service('core', 'bedrock-agentcore', 'BedrockAgentCore'),
]

export const sdk: Sdk = {
  id: 'bedrock',
  // The name of the service, as Python's clients and TypeScript's packages both have it.
  words: ['bedrock', ...Object.keys(handed).map((name) => `.${name}(`)],
  // What Python's argument decides, TypeScript's package does.
  clients: services.flatMap((each) => [python(each), typescript(each)]),
  calls,
  handed,
  free: [
    'count_tokens',
    'countTokens',
    'get_async_invoke',
    'list_async_invokes',
    'retrieve',
    'list_foundation_models',
    'get_foundation_model',
    'list_inference_profiles',
    'get_model_invocation_job',
    'create_session',
    'end_session',
  ],
}

export const examples: readonly SdkExample[] = [...pythonExamples, ...typescriptExamples, ...handedExamples]
