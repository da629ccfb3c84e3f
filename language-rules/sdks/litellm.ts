// https://docs.litellm.ai/docs/, https://docs.litellm.ai/docs/routing
import type { Sdk, SdkExample } from '../../core/sdk.ts'
import { calls } from './litellm/calls.ts'

export const sdk: Sdk = {
  id: 'litellm',
  words: ['from litellm', 'import litellm', ', litellm'],
  clients: [
    // Also where the functions are defined: `from litellm.main import acompletion`.
    {
      python: [
        'litellm',
        'litellm.main',
        'litellm.images.main',
        'litellm.responses.main',
        'litellm.rerank_api.main',
        'litellm.batch_completion.main',
      ],
      provider: 'litellm',
      baseUrl: ['api_base', 'base_url'],
      module: true,
    },
    {
      python: ['litellm.Router', 'litellm.router.Router'],
      kind: 'router',
      provider: 'litellm',
      aliases: { list: ['model_list', '[0]'], name: 'model_name', model: 'litellm_params.model' },
      repeats: { num_retries: 'retry' },
    },
  ],
  calls,
  free: [
    'token_counter',
    'encode',
    'decode',
    'cost_per_token',
    'completion_cost',
    'get_model_info',
    'get_max_tokens',
    'get_valid_models',
    'trim_messages',
    'register_model',
    'validate_environment',
    'check_valid_key',
    'supports_vision',
    'stream_chunk_builder',
    'mock_completion',
    'moderation',
    'amoderation',
    'get_responses',
    'aget_responses',
    'retrieve_batch',
    'aretrieve_batch',
    'create_file',
    'acreate_file',
    'file_content',
    'create_thread',
    'add_message',
    'video_status',
    'video_content',
  ],
}

export const examples: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
import os
from litellm import acompletion, completion
MODEL = "anthropic/claude-haiku-4-5"
def classify(text):
    return completion(
        model=MODEL,
        max_tokens=20,
        messages=[{"role": "system", "content": "Answer yes or no."}, {"role": "user", "content": text}],
        num_retries=3,
    )
async def answer(messages, **options):
    return await acompletion(os.getenv("MODEL", "gpt-4o-mini"), messages, stream=True)
`,
    sees: [
      {
        line: 6,
        call: 'litellm.completion',
        provider: 'anthropic',
        model: 'claude-haiku-4-5',
        modelVia: 'constant',
        maxOutput: 20,
        repeats: ['retry option here 3'],
        input: ['system: Answer yes or no.', 'user: {text}'],
      },
      {
        line: 13,
        call: 'litellm.acompletion',
        provider: 'litellm',
        model: 'gpt-4o-mini',
        modelVia: 'environment',
        input: ['{messages}'],
      },
    ],
  },
  {
    lang: 'python',
    code: `
import litellm
litellm.completion(model="bedrock/anthropic.claude-sonnet-4-5-20250929-v1:0", messages=[], reasoning_effort="low")
litellm.completion(model="ollama/llama3", messages=[], api_base="http://localhost:11434")
for model in ["azure/chat", "groq/llama-3.3-70b-versatile"]:
    litellm.completion_with_retries(model=model, messages=[])
litellm.text_completion(model="openai/gpt-3.5-turbo-instruct", prompt="Once", max_tokens=9)
litellm.responses(model="openai/gpt-4o", input="Hi", max_output_tokens=100)
litellm.embedding(model="cohere/embed-english-v3.0", input=["a", text])
litellm.image_generation(prompt="A cat", model="openai/dall-e-3", n=2)
litellm.image_edit(model="openai/gpt-image-1", image=f, prompt="A dog")
litellm.image_variation(model="openai/dall-e-2", image=f)
litellm.transcription(model="groq/whisper-large-v3", file=f)
litellm.speech(model="openai/tts-1", input="Hello", voice="alloy")
litellm.rerank(model="cohere/rerank-v3.5", query="q", documents=["a", "b"])
litellm.video_generation(prompt="A cat runs", model="openai/sora-2")
litellm.ocr(model="mistral/mistral-ocr-latest", document=d)
litellm.generate_content(model="gemini/gemini-2.5-flash", contents="Hi", config={"max_output_tokens": 7})
litellm.generate_content_stream(model="gemini/gemini-2.5-flash", contents="Hi")
litellm.create_batch(completion_window="24h", endpoint="/v1/chat/completions", input_file_id=file_id)
litellm.create_fine_tuning_job(model="gpt-4o-mini-2024-07-18", training_file=file_id)
litellm.run_thread(custom_llm_provider="openai", thread_id=t, assistant_id=a)
litellm.anthropic.messages.create(model="anthropic/claude-haiku-4-5", max_tokens=5, messages=[])
`,
    sees: [
      { line: 3, call: 'litellm.completion', provider: 'bedrock', model: 'anthropic.claude-sonnet-4-5-20250929-v1:0' },
      { line: 4, call: 'litellm.completion', provider: 'local', model: 'llama3' },
      {
        line: 6,
        call: 'litellm.completion_with_retries',
        provider: 'litellm',
        modelAmong: ['azure/chat', 'groq/llama-3.3-70b-versatile'],
        offered: ['azure-openai: chat', 'groq: llama-3.3-70b-versatile'],
        repeats: ['data loop here 2'],
      },
      { line: 7, call: 'litellm.text_completion', provider: 'openai', model: 'gpt-3.5-turbo-instruct', maxOutput: 9 },
      { line: 8, call: 'litellm.responses', provider: 'openai', model: 'gpt-4o', maxOutput: 100, input: ['Hi'] },
      {
        line: 9,
        call: 'litellm.embedding',
        provider: 'cohere',
        model: 'embed-english-v3.0',
        input: ['a', '{text}'],
      },
      { line: 10, call: 'litellm.image_generation', provider: 'openai', model: 'dall-e-3', n: 2 },
      { line: 11, call: 'litellm.image_edit', provider: 'openai', model: 'gpt-image-1' },
      { line: 12, call: 'litellm.image_variation', provider: 'openai', model: 'dall-e-2' },
      { line: 13, call: 'litellm.transcription', provider: 'groq', model: 'whisper-large-v3' },
      { line: 14, call: 'litellm.speech', provider: 'openai', model: 'tts-1' },
      { line: 15, call: 'litellm.rerank', provider: 'cohere', model: 'rerank-v3.5' },
      { line: 16, call: 'litellm.video_generation', provider: 'openai', model: 'sora-2' },
      { line: 17, call: 'litellm.ocr', provider: 'mistral', model: 'mistral-ocr-latest' },
      { line: 18, call: 'litellm.generate_content', provider: 'google', model: 'gemini-2.5-flash', maxOutput: 7 },
      { line: 19, call: 'litellm.generate_content_stream', provider: 'google', model: 'gemini-2.5-flash' },
      { line: 20, call: 'litellm.create_batch', model: null, batch: true },
      { line: 21, call: 'litellm.create_fine_tuning_job', provider: 'litellm', model: 'gpt-4o-mini-2024-07-18' },
      { line: 22, call: 'litellm.run_thread', model: null },
      {
        line: 23,
        call: 'litellm.anthropic.messages.create',
        provider: 'anthropic',
        model: 'claude-haiku-4-5',
        maxOutput: 5,
      },
    ],
  },
  {
    lang: 'python',
    code: `
import litellm
from litellm import Router, aembedding, batch_completion
async def asynchronous(texts, messages, f):
    await aembedding("openai/text-embedding-3-small", texts)
    await litellm.atext_completion(prompt="Once", model="openai/gpt-3.5-turbo-instruct")
    await litellm.aresponses("Hi", "openai/gpt-4o")
    await litellm.aimage_generation(model="openai/dall-e-3", prompt="A cat")
    await litellm.aimage_edit(model="openai/gpt-image-1", image=f, prompt="A dog")
    await litellm.aimage_variation(model="openai/dall-e-2", image=f)
    await litellm.atranscription(model="openai/whisper-1", file=f)
    await litellm.aspeech(model="openai/tts-1", input="Hello", voice="alloy")
    await litellm.arerank(model="cohere/rerank-v3.5", query="q", documents=texts)
    await litellm.avideo_generation(model="openai/sora-2", prompt="A cat")
    await litellm.aocr(model="mistral/mistral-ocr-latest", document=f)
    await litellm.agenerate_content(model="gemini/gemini-2.5-flash", contents="Hi")
    await litellm.agenerate_content_stream(model="gemini/gemini-2.5-flash", contents="Hi")
    await litellm.acreate_batch(completion_window="24h", endpoint="/v1/chat/completions", input_file_id=f)
    await litellm.acreate_fine_tuning_job(model="openai/gpt-4o-mini", training_file=f)
    await litellm.acompletion_with_retries(model="openai/gpt-4o", messages=messages)
    await litellm.arun_thread(custom_llm_provider="openai", thread_id="t", assistant_id="a")
    await litellm.anthropic.messages.acreate(model="anthropic/claude-haiku-4-5", max_tokens=5, messages=messages)
    await litellm.anthropic_messages(model="anthropic/claude-haiku-4-5", max_tokens=6, messages=messages)
    await Router(model_list=[]).aanthropic_messages(model="fast", max_tokens=6, messages=messages)
    batch_completion(model="openai/gpt-4o", messages=[messages, messages])
    litellm.batch_completion_models(models=["openai/gpt-4o", "groq/llama3"], messages=messages)
    litellm.batch_completion_models_all_responses(models=MODELS, messages=messages)
`,
    sees: [
      { line: 5, call: 'litellm.aembedding', provider: 'openai', model: 'text-embedding-3-small', input: ['{texts}'] },
      { line: 6, call: 'litellm.atext_completion', model: 'gpt-3.5-turbo-instruct' },
      { line: 7, call: 'litellm.aresponses', model: 'gpt-4o', input: ['Hi'] },
      { line: 8, call: 'litellm.aimage_generation', model: 'dall-e-3' },
      { line: 9, call: 'litellm.aimage_edit', model: 'gpt-image-1' },
      { line: 10, call: 'litellm.aimage_variation', model: 'dall-e-2' },
      { line: 11, call: 'litellm.atranscription', model: 'whisper-1' },
      { line: 12, call: 'litellm.aspeech', model: 'tts-1' },
      { line: 13, call: 'litellm.arerank', model: 'rerank-v3.5' },
      { line: 14, call: 'litellm.avideo_generation', model: 'sora-2' },
      { line: 15, call: 'litellm.aocr', model: 'mistral-ocr-latest' },
      { line: 16, call: 'litellm.agenerate_content', model: 'gemini-2.5-flash' },
      { line: 17, call: 'litellm.agenerate_content_stream', model: 'gemini-2.5-flash' },
      { line: 18, call: 'litellm.acreate_batch', batch: true },
      { line: 19, call: 'litellm.acreate_fine_tuning_job', model: 'gpt-4o-mini' },
      { line: 20, call: 'litellm.acompletion_with_retries', model: 'gpt-4o' },
      { line: 21, call: 'litellm.arun_thread', model: null },
      { line: 22, call: 'litellm.anthropic.messages.acreate', model: 'claude-haiku-4-5', maxOutput: 5 },
      { line: 23, call: 'litellm.anthropic_messages', model: 'claude-haiku-4-5', maxOutput: 6 },
      { line: 24, call: 'litellm.aanthropic_messages', provider: 'litellm', model: null },
      { line: 25, call: 'litellm.batch_completion', model: 'gpt-4o' },
      { line: 26, call: 'litellm.batch_completion_models', model: null },
      { line: 27, call: 'litellm.batch_completion_models_all_responses', model: null },
    ],
  },
  {
    lang: 'python',
    code: `
import os
from litellm import Router
router = Router(
    model_list=[
        {"model_name": "fast", "litellm_params": {"model": "azure/gpt-4o-mini", "api_key": os.environ["KEY"]}},
        {"model_name": "good", "litellm_params": {"model": "anthropic/claude-sonnet-4-5"}},
        {"model_name": "good", "litellm_params": {"model": "vertex_ai/claude-sonnet-4-5"}},
        {"model_name": "vectors", "litellm_params": {"model": "openai/text-embedding-3-small"}},
    ],
    num_retries=2,
)
elsewhere = Router(model_list=load())
async def ask(name, messages):
    router.completion(model="fast", messages=messages, max_tokens=10)
    await router.acompletion(model="good", messages=messages)
    await router.aembedding(model="vectors", input="a")
    await elsewhere.acompletion(model="fast", messages=messages)
    await router.abatch_completion(models=["fast"], messages=messages)
    await router.abatch_completion_one_model_multiple_requests(model="fast", messages=[messages])
    await router.abatch_completion_fastest_response(model="fast", messages=messages)
    await router.schedule_acompletion(model="fast", messages=messages, priority=0)
    await router.acompletion(model=name, messages=messages)
`,
    sees: [
      {
        line: 15,
        call: 'litellm.completion',
        provider: 'azure-openai',
        model: 'gpt-4o-mini',
        maxOutput: 10,
        repeats: ['retry option here 2'],
      },
      {
        line: 16,
        call: 'litellm.acompletion',
        provider: 'litellm',
        model: null,
        modelAmong: ['anthropic/claude-sonnet-4-5', 'vertex_ai/claude-sonnet-4-5'],
      },
      { line: 17, call: 'litellm.aembedding', provider: 'openai', model: 'text-embedding-3-small' },
      { line: 18, call: 'litellm.acompletion', provider: 'litellm', model: null, modelAmong: [] },
      { line: 19, call: 'litellm.abatch_completion' },
      { line: 20, call: 'litellm.abatch_completion_one_model_multiple_requests', model: 'gpt-4o-mini' },
      { line: 21, call: 'litellm.abatch_completion_fastest_response', model: 'gpt-4o-mini' },
      { line: 22, call: 'litellm.schedule_acompletion', model: 'gpt-4o-mini' },
      {
        line: 23,
        call: 'litellm.acompletion',
        model: null,
        modelAmong: [
          'azure/gpt-4o-mini',
          'anthropic/claude-sonnet-4-5',
          'vertex_ai/claude-sonnet-4-5',
          'openai/text-embedding-3-small',
        ],
      },
    ],
  },
  {
    lang: 'python',
    code: `
import litellm
from litellm import Router, completion_cost, token_counter
import requests
litellm.drop_params = True
litellm.success_callback = ["langfuse"]
token_counter(model="gpt-4o", messages=m)
litellm.encode(model="gpt-4o", text="Hi")
completion_cost(completion_response=r)
litellm.get_model_info("gpt-4o")
litellm.stream_chunk_builder(chunks)
router = Router(model_list=[])
router.get_model_list()
requests.completion(model="openai/gpt-4o")
def completion(model): ...
completion("openai/gpt-4o")
# litellm.completion(model="openai/gpt-4o", messages=[])
`,
    sees: [],
  },
  {
    lang: 'python',
    code: `
from litellm import completion

class Model:
    def __init__(self, seller: str = "", kind: str = ""):
        self.seller = seller
        self.kind = kind

def named(model: Model, messages):
    return completion(model=f"{model.seller}/{model.kind}", messages=messages)
`,
    sees: [{ line: 10, call: 'litellm.completion', model: null }],
  },
]
