import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime'

const bedrock = new BedrockRuntimeClient({ region: 'us-east-1' })
const paragraphs = `«the rules»`

export const answer = (question: string) =>
  bedrock.send(
    new ConverseCommand({
      modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0',
      inferenceConfig: { maxTokens: 800 },
      system: [{ text: paragraphs }],
      messages: [{ role: 'user', content: [{ text: question }] }],
    }),
  )
