import type { SdkExample } from '../../../core/sdk.ts'

export const inTypeScriptCode: readonly SdkExample[] = [
  {
    lang: 'typescript',
    code: `
import { ChatAnthropic } from '@langchain/anthropic'
import { StringOutputParser } from '@langchain/core/output_parsers'
import { ChatPromptTemplate, PromptTemplate } from '@langchain/core/prompts'
import { RunnableSequence } from '@langchain/core/runnables'
import { ChatOpenAI } from '@langchain/openai'

const model = new ChatOpenAI({ model: process.env.MODEL ?? 'gpt-4o-mini', maxTokens: 300 })
const prompt = ChatPromptTemplate.fromMessages([['system', 'Be kind.'], ['human', '{text}']])
const chain = prompt.pipe(model).pipe(new StringOutputParser())
export const reply = async (text: string) => chain.invoke({ text })

const sequence = RunnableSequence.from([prompt, new ChatAnthropic('claude-haiku-4-5'), new StringOutputParser()])
export async function each(texts: string[]) {
  for (const text of texts) await sequence.invoke({ text })
  for await (const part of await model.stream('Hi')) console.log(part)
  return model.withStructuredOutput(schema).batch(texts)
}
PromptTemplate.fromTemplate('Say {x}').pipe(model.bindTools([])).streamEvents({ x: 1 }, { version: 'v2' })
`,
    sees: [
      {
        line: 11,
        call: 'langchain.invoke',
        provider: 'openai',
        model: 'gpt-4o-mini',
        modelVia: 'environment',
        maxOutput: 300,
      },
      {
        line: 15,
        call: 'langchain.invoke',
        provider: 'anthropic',
        model: 'claude-haiku-4-5',
        repeats: ['data loop here'],
      },
      { line: 16, call: 'langchain.stream', model: 'gpt-4o-mini', input: ['Hi'] },
      { line: 17, call: 'langchain.batch', model: 'gpt-4o-mini', repeats: ['data option here'] },
      { line: 19, call: 'langchain.streamEvents', model: 'gpt-4o-mini' },
    ],
  },
  {
    lang: 'typescript',
    code: `
import { createAgent, initChatModel, modelCallLimitMiddleware, anthropicPromptCachingMiddleware } from 'langchain'
import { ChatBedrockConverse } from '@langchain/aws'
import { ChatOllama } from '@langchain/ollama'
import { ChatVertexAI } from '@langchain/google-vertexai'

const agent = createAgent({
  model: 'anthropic:claude-sonnet-4-5',
  tools: [],
  systemPrompt: 'You file bugs.',
  middleware: [modelCallLimitMiddleware({ runLimit: 3 }), anthropicPromptCachingMiddleware({ ttl: '5m' })],
})
await agent.invoke({ messages: [{ role: 'user', content: 'It broke' }] })
await createAgent({ model: new ChatBedrockConverse({ model: 'us.amazon.nova-pro-v1:0' }), tools: [] }).invoke({ messages: [] })
await createAgent({ model: 'gpt-4o', tools: [] }).stream({ messages: [] }, { recursionLimit: 20 })
const chosen = await initChatModel('gpt-4o', { modelProvider: 'openai', maxTokens: 77 })
await chosen.invoke('Hi')
await new ChatOllama({ model: 'llama3' }).invoke('Hi')
await new ChatVertexAI({ model: 'gemini-2.5-pro', maxOutputTokens: 12 }).invoke('Hi')
`,
    sees: [
      {
        line: 13,
        call: 'langchain.invoke',
        provider: 'anthropic',
        model: 'claude-sonnet-4-5',
        cached: true,
        repeats: ['agent option here 3'],
        input: ['[]', 'You file bugs.', 'user: It broke'],
      },
      { line: 14, call: 'langchain.invoke', provider: 'bedrock', model: 'us.amazon.nova-pro-v1:0', cached: false },
      {
        line: 15,
        call: 'langchain.stream',
        provider: 'openai',
        model: 'gpt-4o',
        repeats: ['agent option here 20'],
      },
      { line: 17, call: 'langchain.invoke', provider: 'openai', model: 'gpt-4o', maxOutput: 77 },
      { line: 18, call: 'langchain.invoke', provider: 'local', model: 'llama3' },
      { line: 19, call: 'langchain.invoke', provider: 'vertex', model: 'gemini-2.5-pro', maxOutput: 12 },
    ],
  },
  {
    lang: 'typescript',
    code: `
import { OpenAIEmbeddings, OpenAI } from '@langchain/openai'
import { CohereRerank } from '@langchain/cohere'
import { LLMChain, RetrievalQAChain } from '@langchain/classic/chains'
import { MemoryVectorStore } from 'langchain/vectorstores/memory'
import { PineconeStore } from '@langchain/pinecone'
import { AgentExecutor, createToolCallingAgent } from 'langchain/agents'

const embeddings = new OpenAIEmbeddings({ model: 'text-embedding-3-large' })
const store = await MemoryVectorStore.fromTexts(['a', 'b'], [{}, {}], embeddings)
await store.similaritySearch('a', 1)
await store.asRetriever().invoke('a')
const index = await PineconeStore.fromExistingIndex(embeddings, { pineconeIndex })
await index.addDocuments(docs)
await embeddings.embedDocuments(['a', 'b'])
await new CohereRerank({ model: 'rerank-v3.5' }).rerank(docs, 'a')

const llm = new OpenAI({ modelName: 'gpt-3.5-turbo-instruct' })
await new LLMChain({ llm, prompt }).call({ x: 1 })
await RetrievalQAChain.fromLLM(llm, store.asRetriever()).invoke({ query: 'a' })
const executor = new AgentExecutor({ agent: createToolCallingAgent({ llm, tools, prompt }), tools })
await executor.invoke({ input: 'Plan' })
`,
    sees: [
      { line: 10, call: 'langchain.fromTexts', provider: 'openai', model: 'text-embedding-3-large', input: ['a', 'b'] },
      { line: 11, call: 'langchain.similaritySearch', model: 'text-embedding-3-large', input: ['a'] },
      { line: 12, call: 'langchain.asRetriever().invoke', model: 'text-embedding-3-large' },
      { line: 14, call: 'langchain.addDocuments', model: 'text-embedding-3-large' },
      { line: 15, call: 'langchain.embedDocuments', model: 'text-embedding-3-large' },
      { line: 16, call: 'langchain.rerank', provider: 'cohere', model: 'rerank-v3.5' },
      { line: 19, call: 'langchain.call', provider: 'openai', model: 'gpt-3.5-turbo-instruct' },
      { line: 20, call: 'langchain.invoke', model: 'gpt-3.5-turbo-instruct' },
      { line: 22, call: 'langchain.invoke', model: 'gpt-3.5-turbo-instruct', repeats: ['agent option here 15'] },
    ],
  },
  {
    lang: 'typescript',
    code: `
import { tool, createAgent } from 'langchain'
import { ChatOpenAI } from '@langchain/openai'
import { ChatPromptTemplate } from '@langchain/core/prompts'
import { RunnableLambda, RunnableSequence } from '@langchain/core/runnables'
import { StringOutputParser } from '@langchain/core/output_parsers'
const add = tool(({ a, b }) => a + b, { name: 'add' })
await add.invoke({ a: 1, b: 2 })
await ChatPromptTemplate.fromTemplate('Hi {x}').invoke({ x: 1 })
await new StringOutputParser().invoke('a')
await RunnableSequence.from([RunnableLambda.from(trim), new StringOutputParser()]).invoke('a')
const agent = createAgent({ model: 'openai:gpt-4o', tools: [add] })
await agent.drawMermaidPng()
const bound = new ChatOpenAI({ model: 'gpt-4o' }).bindTools([add])
await bound.getNumTokens('text')
`,
    sees: [],
  },
  {
    lang: 'typescript',
    code: `
import { AzureOpenAIEmbeddings } from '@langchain/openai'
import { AzureCosmosDBNoSQLVectorStore } from '@langchain/azure-cosmosdb'
await AzureCosmosDBNoSQLVectorStore.fromDocuments(documents, new AzureOpenAIEmbeddings({ model: 'text-embedding-3-small' }), {})
`,
    sees: [{ line: 4, call: 'langchain.fromDocuments', provider: 'azure-openai', model: 'text-embedding-3-small' }],
  },
  {
    lang: 'typescript',
    code: `
import { ChatOpenAI } from '@langchain/openai'
class Small extends ChatOpenAI {
  constructor() {
    super({ model: 'gpt-4o-mini', maxTokens: 200 })
  }
  async invoke(input: string) {
    return flatten(await super.invoke(input))
  }
}
await new Small().stream('Hi')
`,
    sees: [
      { line: 8, call: 'langchain.invoke', model: 'gpt-4o-mini', maxOutput: 200 },
      { line: 11, call: 'langchain.stream', model: 'gpt-4o-mini' },
    ],
  },
]
