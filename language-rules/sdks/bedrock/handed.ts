import type { Sdk, SdkExample } from '../../../core/sdk.ts'

/** Operations that no other client of AWS has, with the arguments they require. */
export const handed = {
  converse: ['modelId', 'messages'],
  converse_stream: ['modelId', 'messages'],
  invoke_model: ['modelId', 'body'],
  invoke_model_with_response_stream: ['modelId', 'body'],
} as const satisfies Sdk['handed']

export const handedExamples: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
def ask(runtime, robot, text):
    robot.converse(text)
    robot.invoke_model(text, body=None)
    return runtime.converse(modelId="amazon.nova-lite-v1:0", messages=text, inferenceConfig={"maxTokens": 9})

class Model:
    def converse(self, modelId, messages):
        return modelId

Model().converse(modelId="amazon.nova-lite-v1:0", messages=[])
`,
    sees: [
      {
        line: 5,
        call: 'bedrock.converse',
        provider: 'bedrock',
        model: 'amazon.nova-lite-v1:0',
        maxOutput: 9,
        confidence: 'low',
      },
    ],
  },
  {
    // The client is of one of two services: the operation tells which.
    lang: 'python',
    code: `
import boto3

def client_for(name=None, runtime=True):
    if not name:
        name = "bedrock-runtime" if runtime else "bedrock"
    return boto3.Session().client(service_name=name)

def ask(text):
    return client_for().converse(modelId="amazon.nova-lite-v1:0", messages=text)
`,
    sees: [{ line: 10, call: 'bedrock.converse', provider: 'bedrock', model: 'amazon.nova-lite-v1:0' }],
  },
]
