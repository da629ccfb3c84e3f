// https://github.com/googleapis/python-aiplatform/tree/main/vertexai and https://github.com/googleapis/nodejs-vertexai
import type { Sdk, SdkExample } from '../../core/sdk.ts'
import { modelCalls, pythonModel } from './google-generativeai/calls.ts'
import { pretrained, pretrainedCalls } from './vertexai/models.ts'

const modules = [
  'vertexai.generative_models',
  'vertexai.preview.generative_models',
  'vertexai.generative_models._generative_models',
]

export const sdk: Sdk = {
  id: 'vertexai',
  words: ['vertexai'],
  clients: [
    {
      python: modules.map((module) => `${module}.GenerativeModel`),
      typescript: ['@google-cloud/vertexai#GenerativeModel', '@google-cloud/vertexai#GenerativeModelPreview'],
      provider: 'vertex',
      kind: 'model',
      ...pythonModel,
    },
    {
      python: modules.map((module) => `${module}.GenerativeModel.from_cached_content`),
      provider: 'vertex',
      kind: 'model',
      of: ['cached_content', '[0]'],
      maxOutput: 'generation_config.max_output_tokens',
      cached: true,
    },
    {
      python: ['vertexai.caching.CachedContent.create', 'vertexai.preview.caching.CachedContent.create'],
      typescript: '@google-cloud/vertexai#VertexAI().preview.cachedContents.create',
      kind: 'cache',
      model: ['model_name', 'model'],
    },
    {
      python: modules.map((module) => `${module}.ChatSession`),
      typescript: ['@google-cloud/vertexai#ChatSession', '@google-cloud/vertexai#ChatSessionPreview'],
      provider: 'vertex',
      kind: 'chat',
      of: ['model', '[0]'],
      input: ['history'],
    },
    {
      python: ['vertexai.batch_prediction.BatchPredictionJob', 'vertexai.preview.batch_prediction.BatchPredictionJob'],
      provider: 'vertex',
      kind: 'batch',
      module: true,
    },
    {
      python: ['vertexai.tuning.sft', 'vertexai.preview.tuning.sft'],
      provider: 'vertex',
      kind: 'tuning',
      module: true,
    },
    { typescript: '@google-cloud/vertexai#VertexAI', provider: 'vertex' },
    ...pretrained,
  ],
  calls: [
    ...modelCalls,
    ...pretrainedCalls,
    { path: 'submit', api: 'batch', on: 'batch', model: ['source_model', '[0]'], input: [], batch: true },
    { path: 'train', api: 'fine-tune', on: 'tuning', model: 'source_model', input: [] },
  ],
  free: ['count_tokens', 'count_tokens_async', 'compute_tokens', 'start_chat', 'getGenerativeModel().countTokens'],
  transparent: ['preview'],
}

export const examples: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
import vertexai
from vertexai.generative_models import ChatSession, GenerationConfig, GenerativeModel, Part
from vertexai.preview.generative_models import GenerativeModel as Preview
from vertexai.preview import caching

vertexai.init(project="p", location="us-central1")
config = GenerationConfig(temperature=0, max_output_tokens=256)
model = GenerativeModel("gemini-1.5-pro-002", system_instruction=["You read invoices."])

def read(uri, prompt):
    return model.generate_content([Part.from_uri(uri, mime_type="application/pdf"), prompt], generation_config=config)

def talk(model: GenerativeModel, text):
    chat = model.start_chat()
    return chat.send_message(text)

async def more(text, book):
    cache = caching.CachedContent.create(model_name="gemini-1.5-flash-002", contents=[book])
    await Preview.from_cached_content(cached_content=cache).generate_content_async(text)
    await Preview("gemini-2.0-flash").start_chat().send_message_async(text)
    session = ChatSession(GenerativeModel("gemini-2.0-flash"))
    session.send_message(text)
    await session.send_message_async(text)
`,
    sees: [
      {
        line: 12,
        call: 'vertexai.generate_content',
        provider: 'vertex',
        model: 'gemini-1.5-pro-002',
        maxOutput: 256,
        repeats: [],
      },
      { line: 16, call: 'vertexai.start_chat().send_message', provider: 'vertex', model: null, input: ['{text}'] },
      { line: 20, call: 'vertexai.generate_content_async', model: 'gemini-1.5-flash-002', cached: true },
      { line: 21, call: 'vertexai.start_chat().send_message_async', model: 'gemini-2.0-flash' },
      { line: 23, call: 'vertexai.send_message', model: 'gemini-2.0-flash' },
      { line: 24, call: 'vertexai.send_message_async', model: 'gemini-2.0-flash' },
    ],
  },
  {
    lang: 'python',
    code: `
from vertexai.batch_prediction import BatchPredictionJob
from vertexai.language_models import ChatModel, TextEmbeddingInput, TextEmbeddingModel, TextGenerationModel
from vertexai.preview.vision_models import ImageGenerationModel
from vertexai.tuning import sft
from vertexai.vision_models import ImageCaptioningModel, ImageQnAModel, MultiModalEmbeddingModel, ImageTextModel

class Store:
    def __init__(self):
        self.embedder = TextEmbeddingModel.from_pretrained("text-embedding-004")

    def embed(self, batches):
        for batch in batches:
            yield self.embedder.get_embeddings([TextEmbeddingInput(text) for text in batch])

    async def one(self, text):
        return await self.embedder.get_embeddings_async([text])

text = TextGenerationModel.from_pretrained("text-bison@002")
text.predict("Why?", max_output_tokens=64)
text.predict_streaming("Why?")
text.batch_predict(dataset="gs://in", destination_uri_prefix="gs://out")
chat = ChatModel.from_pretrained("chat-bison").start_chat(context="Be a cook.")
chat.send_message("Soup?")
chat.send_message_streaming("Bread?")
async def ask():
    await text.predict_async("Who?")
    await chat.send_message_async("Salt?")
    chat.send_message_streaming_async("Oil?")
    text.predict_streaming_async("When?")

imagen = ImageGenerationModel.from_pretrained("imagen-3.0-generate-002")
imagen.generate_images(prompt="A hill", number_of_images=2)
imagen.edit_image(prompt="Snow", base_image=image)
imagen.upscale_image(image=image)
MultiModalEmbeddingModel.from_pretrained("multimodalembedding@001").get_embeddings(contextual_text="A car")
ImageCaptioningModel.from_pretrained("imagetext@001").get_captions(image=image)
ImageQnAModel.from_pretrained("imagetext@001").ask_question(image=image, question="Which car?")
from vertexai.preview.vision_models import ImageSegmentationModel
ImageSegmentationModel.from_pretrained("image-segmentation@001").segment_image(base_image=image)
BatchPredictionJob.submit(source_model="gemini-2.0-flash-001", input_dataset="gs://in")
sft.train(source_model="gemini-2.0-flash-001", train_dataset="gs://train.jsonl")
`,
    sees: [
      {
        line: 14,
        call: 'vertexai.get_embeddings',
        api: 'embed',
        provider: 'vertex',
        model: 'text-embedding-004',
        repeats: ['data loop here'],
      },
      { line: 17, call: 'vertexai.get_embeddings_async', model: 'text-embedding-004', input: ['{text}'] },
      { line: 20, call: 'vertexai.predict', model: 'text-bison@002', maxOutput: 64, input: ['Why?'] },
      { line: 21, call: 'vertexai.predict_streaming' },
      { line: 22, call: 'vertexai.batch_predict', batch: true },
      {
        line: 24,
        call: 'vertexai.start_chat().send_message',
        model: 'chat-bison',
        input: ['Be a cook.', 'Soup?'],
      },
      { line: 25, call: 'vertexai.start_chat().send_message_streaming' },
      { line: 27, call: 'vertexai.predict_async' },
      { line: 28, call: 'vertexai.start_chat().send_message_async' },
      { line: 29, call: 'vertexai.start_chat().send_message_streaming_async' },
      { line: 30, call: 'vertexai.predict_streaming_async' },
      {
        line: 33,
        call: 'vertexai.generate_images',
        api: 'image',
        model: 'imagen-3.0-generate-002',
        n: 2,
        input: ['A hill'],
      },
      { line: 34, call: 'vertexai.edit_image' },
      { line: 35, call: 'vertexai.upscale_image' },
      { line: 36, call: 'vertexai.get_embeddings', model: 'multimodalembedding@001' },
      { line: 37, call: 'vertexai.get_captions', model: 'imagetext@001' },
      { line: 38, call: 'vertexai.ask_question' },
      { line: 40, call: 'vertexai.segment_image' },
      { line: 41, call: 'vertexai.submit', model: 'gemini-2.0-flash-001', batch: true },
      { line: 42, call: 'vertexai.train', model: 'gemini-2.0-flash-001' },
    ],
  },
  {
    lang: 'typescript',
    code: `
import { ChatSession, GenerativeModel, VertexAI } from '@google-cloud/vertexai'
const vertex = new VertexAI({ project: 'p', location: 'us-central1' })
const model = vertex.getGenerativeModel({ model: 'gemini-1.5-flash-002', generationConfig: { maxOutputTokens: 256 } })
const preview = vertex.preview.getGenerativeModel({ model: 'gemini-2.0-flash' })

export async function run(text: string) {
  await model.generateContent({ contents: [{ role: 'user', parts: [{ text }] }] })
  await model.generateContentStream(text)
  const chat = preview.startChat({})
  await chat.sendMessage(text)
  await chat.sendMessageStream(text)
  const cache = await vertex.preview.cachedContents.create({ model: 'gemini-1.5-pro-002', contents: [] })
  return vertex.preview.getGenerativeModelFromCachedContent(cache).generateContent(text)
}

class Judge {
  constructor(private model: GenerativeModel, private chat: ChatSession) {}
  one = (text: string) => this.model.generateContent(text)
  two = (text: string) => this.chat.sendMessage(text)
}
`,
    sees: [
      {
        line: 8,
        call: 'vertexai.getGenerativeModel().generateContent',
        provider: 'vertex',
        model: 'gemini-1.5-flash-002',
        maxOutput: 256,
        input: ['user: {text}'],
      },
      { line: 9, call: 'vertexai.getGenerativeModel().generateContentStream', model: 'gemini-1.5-flash-002' },
      { line: 11, call: 'vertexai.getGenerativeModel().startChat().sendMessage', model: 'gemini-2.0-flash' },
      { line: 12, call: 'vertexai.getGenerativeModel().startChat().sendMessageStream' },
      {
        line: 14,
        call: 'vertexai.getGenerativeModelFromCachedContent().generateContent',
        model: 'gemini-1.5-pro-002',
        cached: true,
      },
      { line: 19, call: 'vertexai.generateContent', provider: 'vertex', model: null },
      { line: 20, call: 'vertexai.sendMessage', provider: 'vertex' },
    ],
  },
  {
    lang: 'python',
    code: `
import vertexai
from vertexai.generative_models import GenerativeModel
from sklearn.linear_model import LinearRegression
model = GenerativeModel("gemini-2.0-flash")
model.count_tokens("Hi")
model.start_chat()
vertexai.init(project="p")
LinearRegression().fit(x, y).predict(x)
`,
    sees: [],
  },
]
