// https://huggingface.co/docs/huggingface_hub/package_reference/inference_client, https://huggingface.co/docs/huggingface.js/inference
import type { Sdk, SdkExample } from '../../core/sdk.ts'
import { calls } from './huggingface/calls.ts'
import { sells } from './huggingface/sellers.ts'

const python = [
  'huggingface_hub.InferenceClient',
  'huggingface_hub.AsyncInferenceClient',
  'huggingface_hub.inference._client.InferenceClient',
  'huggingface_hub.inference._generated._async_client.AsyncInferenceClient',
]

export const sdk: Sdk = {
  id: 'huggingface',
  words: [
    ...['from huggingface_hub', 'import huggingface_hub', ', huggingface_hub'],
    ...["'@huggingface/", '"@huggingface/'],
  ],
  clients: [
    // The address of a server in the place of a model.
    {
      python,
      provider: 'huggingface',
      baseUrl: ['base_url', 'model', '[0]'],
      given: { 'base_url|model|[0]': /^https?:/ },
    },
    { python, provider: 'huggingface', baseUrl: 'base_url', sells, model: ['model', '[0]'] },
    {
      typescript: [
        '@huggingface/inference#InferenceClient',
        '@huggingface/inference#HfInference',
        '@huggingface/inference#InferenceClientEndpoint',
      ],
      provider: 'huggingface',
      baseUrl: '[1].endpointUrl',
      kind: 'js',
    },
    { typescript: '@huggingface/inference#*', provider: 'huggingface', module: true, kind: 'js' },
    {
      python: ['huggingface_hub.Agent', 'huggingface_hub.MCPClient'],
      typescript: [
        '@huggingface/mcp-client#Agent',
        '@huggingface/mcp-client#McpClient',
        '@huggingface/tiny-agents#Agent',
      ],
      provider: 'huggingface',
      baseUrl: ['base_url', 'endpointUrl'],
      sells,
      kind: 'agent',
      model: 'model',
    },
  ],
  calls,
  free: ['get_endpoint_info', 'health_check', 'get_model_status', 'list_deployed_models'],
  transparent: ['endpoint()'],
}

export const examples: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
import os
from huggingface_hub import InferenceClient
client = InferenceClient(provider="groq", api_key=os.environ["HF_TOKEN"])
client.chat.completions.create(model="openai/gpt-oss-20b", max_tokens=90, messages=[{"role": "user", "content": "Hi"}])
zephyr = InferenceClient("HuggingFaceH4/zephyr-7b-beta")
zephyr.chat_completion([{"role": "user", "content": question}], max_tokens=100)
zephyr.text_generation("Once", max_new_tokens=20)
zephyr.text_generation("Once", model="gpt2", max_new_tokens=20)
InferenceClient(provider="novita", model="deepseek-ai/DeepSeek-R1").chat_completion(messages=[])
InferenceClient(provider=os.environ["SELLER"]).chat_completion(model="Qwen/Qwen3-8B", messages=[])
InferenceClient(base_url="http://localhost:8080").chat_completion(messages=[])
InferenceClient("http://127.0.0.1:3000").text_generation("Hi")
`,
    sees: [
      {
        line: 5,
        call: 'huggingface.chat.completions.create',
        provider: 'groq',
        model: 'openai/gpt-oss-20b',
        maxOutput: 90,
        input: ['user: Hi'],
      },
      {
        line: 7,
        call: 'huggingface.chat_completion',
        provider: 'huggingface',
        model: 'HuggingFaceH4/zephyr-7b-beta',
        maxOutput: 100,
        input: ['user: {question}'],
      },
      {
        line: 8,
        call: 'huggingface.text_generation',
        model: 'HuggingFaceH4/zephyr-7b-beta',
        maxOutput: 20,
        input: ['Once'],
      },
      { line: 9, call: 'huggingface.text_generation', model: 'gpt2' },
      { line: 10, call: 'huggingface.chat_completion', provider: 'huggingface', model: 'deepseek-ai/DeepSeek-R1' },
      { line: 11, call: 'huggingface.chat_completion', provider: 'unknown', model: 'Qwen/Qwen3-8B' },
      { line: 12, call: 'huggingface.chat_completion', provider: 'local', model: null },
      { line: 13, call: 'huggingface.text_generation', provider: 'local', model: null },
    ],
  },
  {
    lang: 'python',
    code: `
from huggingface_hub import AsyncInferenceClient
class Hub:
    def __init__(self, provider="auto"):
        self.client = AsyncInferenceClient(provider=provider)
    async def all(self, texts, picture, sound):
        for text in texts:
            await self.client.feature_extraction(text, model="BAAI/bge-m3")
        await self.client.sentence_similarity("a", other_sentences=texts, model="BAAI/bge-m3")
        await self.client.text_to_image("A cat", model="black-forest-labs/FLUX.1-dev")
        await self.client.image_to_image(picture, prompt="A dog", model="black-forest-labs/FLUX.1-Kontext-dev")
        await self.client.text_to_video("A cat walks", model="Wan-AI/Wan2.1-T2V-14B")
        await self.client.image_to_video(picture, prompt="It walks", model="Wan-AI/Wan2.2-I2V-A14B")
        await self.client.text_to_speech("Hello", model="hexgrad/Kokoro-82M")
        await self.client.automatic_speech_recognition(sound, model="openai/whisper-large-v3")
        await self.client.audio_classification(sound, model="superb/hubert-base-superb-er")
        await self.client.audio_to_audio(sound, model="speechbrain/sepformer-wham")
        await self.client.summarization(texts[0], model="facebook/bart-large-cnn")
        await self.client.translation("Hi", model="google-t5/t5-small")
        await self.client.question_answering(question="Who?", context=texts[0], model="deepset/roberta-base-squad2")
        await self.client.document_question_answering(picture, "Who?", model="impira/layoutlm-document-qa")
        await self.client.visual_question_answering(picture, "Who?", model="dandelin/vilt-b32-finetuned-vqa")
        await self.client.table_question_answering({}, "Who?", model="google/tapas-base-finetuned-wtq")
        await self.client.image_to_text(picture, model="Salesforce/blip-image-captioning-base")
        await self.client.fill_mask("Hi <mask>", model="google-bert/bert-base-uncased")
        await self.client.text_classification("Hi", model="distilbert/distilbert-base-uncased")
        await self.client.token_classification("Hi", model="dslim/bert-base-NER")
        await self.client.zero_shot_classification("Hi", ["a", "b"], model="facebook/bart-large-mnli")
        await self.client.tabular_classification({}, model="me/wine")
        await self.client.tabular_regression({}, model="me/fish")
        await self.client.image_segmentation(picture, model="facebook/mask2former")
        await self.client.image_classification(picture, model="google/vit-base-patch16-224")
        await self.client.object_detection(picture, model="facebook/detr-resnet-50")
        await self.client.zero_shot_image_classification(picture, ["a"], model="openai/clip-vit-base-patch32")
`,
    sees: [
      {
        line: 8,
        call: 'huggingface.feature_extraction',
        provider: 'huggingface',
        model: 'BAAI/bge-m3',
        repeats: ['data loop here'],
        input: ['{text}'],
      },
      { line: 9, call: 'huggingface.sentence_similarity', input: ['a', '{texts}'] },
      { line: 10, call: 'huggingface.text_to_image', model: 'black-forest-labs/FLUX.1-dev', input: ['A cat'] },
      { line: 11, call: 'huggingface.image_to_image', model: 'black-forest-labs/FLUX.1-Kontext-dev' },
      { line: 12, call: 'huggingface.text_to_video', model: 'Wan-AI/Wan2.1-T2V-14B' },
      { line: 13, call: 'huggingface.image_to_video' },
      { line: 14, call: 'huggingface.text_to_speech', model: 'hexgrad/Kokoro-82M', input: ['Hello'] },
      { line: 15, call: 'huggingface.automatic_speech_recognition', model: 'openai/whisper-large-v3' },
      { line: 16, call: 'huggingface.audio_classification' },
      { line: 17, call: 'huggingface.audio_to_audio' },
      { line: 18, call: 'huggingface.summarization' },
      { line: 19, call: 'huggingface.translation', input: ['Hi'] },
      { line: 20, call: 'huggingface.question_answering' },
      { line: 21, call: 'huggingface.document_question_answering' },
      { line: 22, call: 'huggingface.visual_question_answering' },
      { line: 23, call: 'huggingface.table_question_answering' },
      { line: 24, call: 'huggingface.image_to_text' },
      { line: 25, call: 'huggingface.fill_mask' },
      { line: 26, call: 'huggingface.text_classification' },
      { line: 27, call: 'huggingface.token_classification' },
      { line: 28, call: 'huggingface.zero_shot_classification', input: ['Hi', 'a', 'b'] },
      { line: 29, call: 'huggingface.tabular_classification' },
      { line: 30, call: 'huggingface.tabular_regression' },
      { line: 31, call: 'huggingface.image_segmentation' },
      { line: 32, call: 'huggingface.image_classification' },
      { line: 33, call: 'huggingface.object_detection' },
      { line: 34, call: 'huggingface.zero_shot_image_classification' },
    ],
  },
  {
    lang: 'typescript',
    code: `
import { HfInference, InferenceClient, chatCompletion, textToImage } from '@huggingface/inference'
const client = new InferenceClient(process.env.HF_TOKEN)
await client.chatCompletion({ model: 'Qwen/Qwen3-32B', provider: 'cerebras', messages: [], max_tokens: 200 })
for await (const part of client.chatCompletionStream({ model: 'Qwen/Qwen3-8B', messages: [{ role: 'user', content: 'Hi' }] }))
  console.log(part)
const hf = new HfInference(token)
await hf.textGeneration({ model: 'gpt2', inputs: 'Once', parameters: { max_new_tokens: 30 } })
for await (const part of hf.textGenerationStream({ model: 'gpt2', inputs: 'Once' })) console.log(part)
await hf.featureExtraction({ model: 'BAAI/bge-m3', inputs: [text] })
await hf.textToImage({ provider: 'fal-ai', model: 'black-forest-labs/FLUX.1-dev', inputs: 'A cat' })
await hf.automaticSpeechRecognition({ model: 'openai/whisper-large-v3', provider, data: sound })
await hf.endpoint(url).chatCompletion({ messages: [] })
await new InferenceClient(token, { endpointUrl: 'http://localhost:8080' }).chatCompletion({ messages: [] })
await chatCompletion({ accessToken: token, model: 'Qwen/Qwen3-8B', provider: 'together', messages: [] })
await textToImage({ accessToken: token, model: 'black-forest-labs/FLUX.1-dev', inputs: 'A dog' })
await client.request({ model: 'me/own', inputs: 'Hi' })
for await (const part of client.streamingRequest({ model: 'me/own', inputs: 'Hi' })) console.log(part)
await client.textToAudio({ model: 'facebook/musicgen-small', inputs: 'A tune' })
await client.imageTextToImage({ model: 'me/edit', inputs: picture })
await client.imageTextToVideo({ model: 'me/film', inputs: picture })
await client.summarization({ model: 'facebook/bart-large-cnn', inputs: page })
`,
    sees: [
      {
        line: 4,
        call: 'huggingface.chatCompletion',
        provider: 'cerebras',
        model: 'Qwen/Qwen3-32B',
        maxOutput: 200,
      },
      {
        line: 5,
        call: 'huggingface.chatCompletionStream',
        provider: 'huggingface',
        model: 'Qwen/Qwen3-8B',
        repeats: [],
        input: ['user: Hi'],
      },
      { line: 8, call: 'huggingface.textGeneration', model: 'gpt2', maxOutput: 30, input: ['Once'] },
      { line: 9, call: 'huggingface.textGenerationStream', model: 'gpt2', repeats: [] },
      { line: 10, call: 'huggingface.featureExtraction', model: 'BAAI/bge-m3', input: ['{text}'] },
      { line: 11, call: 'huggingface.textToImage', provider: 'fal', model: 'black-forest-labs/FLUX.1-dev' },
      { line: 12, call: 'huggingface.automaticSpeechRecognition', provider: 'unknown' },
      { line: 13, call: 'huggingface.chatCompletion', model: null },
      { line: 14, call: 'huggingface.chatCompletion', provider: 'local', model: null },
      { line: 15, call: 'huggingface.chatCompletion', provider: 'together', model: 'Qwen/Qwen3-8B' },
      { line: 16, call: 'huggingface.textToImage', provider: 'huggingface', input: ['A dog'] },
      { line: 17, call: 'huggingface.request', model: 'me/own', input: ['Hi'] },
      { line: 18, call: 'huggingface.streamingRequest', model: 'me/own' },
      { line: 19, call: 'huggingface.textToAudio', model: 'facebook/musicgen-small' },
      { line: 20, call: 'huggingface.imageTextToImage' },
      { line: 21, call: 'huggingface.imageTextToVideo' },
      { line: 22, call: 'huggingface.summarization', input: ['{page}'] },
    ],
  },
  {
    lang: 'python',
    code: `
from huggingface_hub import Agent, HfApi, InferenceClient, hf_hub_download
import agents
client = InferenceClient("gpt2")
client.get_endpoint_info()
client.health_check()
hf_hub_download("gpt2", "config.json")
HfApi().list_models()
agents.chat_completion(messages=[])
`,
    sees: [],
  },
  {
    lang: 'typescript',
    code: `
import { Agent, McpClient } from '@huggingface/mcp-client'
const agent = new Agent({ provider: 'together', model: 'Qwen/Qwen3-32B', apiKey, servers: [] })
for await (const part of agent.run(question)) console.log(part)
const client = new McpClient({ model: 'Qwen/Qwen3-8B', apiKey })
for await (const part of client.processSingleTurnWithTools(messages)) console.log(part)
`,
    sees: [
      {
        line: 4,
        call: 'huggingface.run',
        provider: 'together',
        model: 'Qwen/Qwen3-32B',
        repeats: ['agent option here 10'],
      },
      {
        line: 6,
        call: 'huggingface.processSingleTurnWithTools',
        provider: 'huggingface',
        model: 'Qwen/Qwen3-8B',
        input: ['{messages}'],
      },
    ],
  },
  {
    lang: 'python',
    code: `
from huggingface_hub import Agent, MCPClient
async def main(question):
    async with MCPClient(model="Qwen/Qwen3-8B") as client:
        async for part in client.process_single_turn_with_tools([{"role": "user", "content": question}]):
            print(part)
    async with Agent(model="Qwen/Qwen3-32B", provider="nebius", servers=servers) as agent:
        async for part in agent.run(question):
            print(part)
`,
    sees: [
      {
        line: 5,
        call: 'huggingface.process_single_turn_with_tools',
        provider: 'huggingface',
        model: 'Qwen/Qwen3-8B',
        repeats: [],
        input: ['user: {question}'],
      },
      {
        line: 8,
        call: 'huggingface.run',
        provider: 'nebius',
        model: 'Qwen/Qwen3-32B',
        repeats: ['agent option here 10'],
        input: ['{question}'],
      },
    ],
  },
]
