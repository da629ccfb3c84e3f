// https://learn.microsoft.com/en-us/python/api/semantic-kernel/, https://learn.microsoft.com/en-us/semantic-kernel/frameworks/agent/
import type { CallShape, Sdk, SdkExample } from '../../core/sdk.ts'
import { services } from './semantic-kernel/services.ts'

// `settings=OpenAIChatPromptExecutionSettings(max_tokens=100)`
const limits = (settings: string) => [
  `${settings}.max_tokens`,
  `${settings}.max_completion_tokens`,
  `${settings}.max_output_tokens`,
]

const chat = {
  api: 'chat',
  on: 'service',
  maxOutput: [...limits('settings'), ...limits('[1]')],
  input: ['chat_history', 'prompt', '[0]'],
} as const satisfies Omit<CallShape, 'path'>

// A function made of a prompt; one made of code is free.
const prompted = {
  api: 'chat',
  on: 'kernel',
  made: [
    'semantic_kernel.Kernel().add_function',
    'semantic_kernel.kernel.Kernel().add_function',
    'semantic_kernel.functions.KernelFunctionFromPrompt',
    'semantic_kernel.functions.KernelFunctionFromPrompt.from_prompt',
  ],
  maxOutput: limits('prompt_execution_settings'),
  input: ['prompt'],
} as const satisfies Omit<CallShape, 'path'>

// https://learn.microsoft.com/en-us/python/api/semantic-kernel/semantic_kernel.kernel.kernel, `add_plugin(parent_directory=…)`
/** Functions of a plugin that is a directory of prompts. */
const fromDirectory = { api: 'chat', on: 'kernel', input: [] } as const satisfies Omit<CallShape, 'path'>
const directories = [
  { ...fromDirectory, made: 'semantic_kernel.Kernel().import_plugin_from_prompt_directory' },
  { ...fromDirectory, made: 'semantic_kernel.kernel.Kernel().import_plugin_from_prompt_directory' },
  // One that is handed over is a class of the program's own.
  { ...fromDirectory, made: 'semantic_kernel.Kernel().add_plugin', unless: ['plugin', '[0]'] },
  { ...fromDirectory, made: 'semantic_kernel.kernel.Kernel().add_plugin', unless: ['plugin', '[0]'] },
] as const satisfies readonly Omit<CallShape, 'path'>[]

const prompt = { api: 'chat', on: 'kernel', input: ['prompt', '[0]'] } as const satisfies Omit<CallShape, 'path'>
const ask = { api: 'chat', on: 'agent', input: ['messages', '[0]'] } as const satisfies Omit<CallShape, 'path'>

const agents = (...names: readonly string[]) => names.map((name) => `semantic_kernel.agents.**.${name}`)

export const sdk: Sdk = {
  id: 'semantic-kernel',
  words: ['semantic_kernel'],
  clients: [
    {
      python: ['semantic_kernel.Kernel', 'semantic_kernel.kernel.Kernel'],
      kind: 'kernel',
      of: ['services', '[1]'],
      takes: { add_service: ['service', '[0]'] },
    },
    {
      python: agents('ChatCompletionAgent'),
      kind: 'agent',
      of: ['service', 'kernel'],
      input: ['instructions'],
      maxOutput: ['arguments.settings.max_tokens', 'arguments.[0].max_tokens'],
    },
    {
      python: agents('OpenAIAssistantAgent', 'OpenAIResponsesAgent'),
      kind: 'agent',
      provider: 'openai',
      model: ['ai_model_id', 'definition.model'],
      input: ['instructions'],
    },
    {
      python: agents('AzureAssistantAgent', 'AzureResponsesAgent', 'AzureAIAgent'),
      kind: 'agent',
      provider: 'azure-openai',
      model: ['ai_model_id', 'definition.model'],
      input: ['instructions'],
    },
    { python: agents('BedrockAgent', 'BedrockAgent.create_and_prepare_agent'), kind: 'agent', provider: 'bedrock' },
    // Billed by what their members are, and by the manager that chooses between them.
    {
      python: agents(
        'AgentGroupChat',
        'SequentialOrchestration',
        'ConcurrentOrchestration',
        'GroupChatOrchestration',
        'HandoffOrchestration',
        'MagenticOrchestration',
      ),
      kind: 'group',
      of: '*',
    },
    {
      python: agents('StandardMagenticManager'),
      kind: 'manager',
      of: 'chat_completion_service',
      repeats: { max_round_count: 'agent' },
    },
    ...services,
  ],
  calls: [
    { path: 'get_chat_message_content', ...chat },
    { path: 'get_chat_message_contents', ...chat },
    { path: 'get_streaming_chat_message_content', ...chat, stream: true },
    { path: 'get_streaming_chat_message_contents', ...chat, stream: true },
    { path: 'get_text_content', ...chat },
    { path: 'get_text_contents', ...chat },
    { path: 'get_streaming_text_content', ...chat, stream: true },
    { path: 'get_streaming_text_contents', ...chat, stream: true },
    { path: 'invoke_prompt', ...prompt },
    { path: 'invoke_prompt_stream', ...prompt, stream: true },
    { path: 'invoke', ...prompted },
    { path: 'invoke_stream', ...prompted, stream: true },
    ...directories.map((plugin): CallShape => ({ path: 'invoke', ...plugin })),
    ...directories.map((plugin): CallShape => ({ path: 'invoke_stream', ...plugin, stream: true })),
    { path: 'get_response', ...ask },
    { path: 'invoke', ...ask },
    { path: 'invoke_stream', ...ask, stream: true },
    { path: 'invoke', ...ask, on: 'group', input: ['task', '[0]'] },
    { path: 'invoke_stream', ...ask, on: 'group', input: [], stream: true },
    { path: 'generate_embeddings', api: 'embed', on: 'embedding', input: ['texts', '[0]'] },
    { path: 'generate_raw_embeddings', api: 'embed', on: 'embedding', input: ['texts', '[0]'] },
    { path: 'generate_image', api: 'image', on: 'image', input: ['description', '[0]'] },
    { path: 'generate_images', api: 'image', on: 'image', input: ['prompt', '[0]'] },
    { path: 'get_image_content', api: 'image', on: 'image', input: ['description', '[0]'] },
    { path: 'get_audio_content', api: 'speech', on: 'speech', input: ['text', '[0]'] },
    { path: 'get_audio_contents', api: 'speech', on: 'speech', input: ['text', '[0]'] },
    { path: 'get_text_content', api: 'transcribe', on: 'hearing', input: [] },
    { path: 'get_text_contents', api: 'transcribe', on: 'hearing', input: [] },
  ],
  free: ['add_plugin', 'add_service', 'add_function', 'get_service', 'add_chat_message', 'add_agent', 'create_channel'],
}

export const examples: readonly SdkExample[] = [
  {
    // A plugin may be a directory of prompts, or a class of the program's own.
    lang: 'python',
    code: `
import semantic_kernel as sk
from semantic_kernel.connectors.ai.open_ai import OpenAIChatCompletion
kernel = sk.Kernel()
kernel.add_service(OpenAIChatCompletion(service_id="chat", ai_model_id="gpt-4o-mini"))
notes = kernel.import_plugin_from_prompt_directory("./plugins", "Notes")
words = kernel.add_plugin(parent_directory="./plugins", plugin_name="Words")
clock = kernel.add_plugin(Clock(), "clock")
async def main(files):
    for file in files:
        await kernel.invoke(notes["SumUp"], input=file)
    await kernel.invoke(words["Translate"], input="Hi")
    await kernel.invoke(clock["now"])
    async for part in kernel.invoke_stream(notes["SumUp"], input="Hi"):
        print(part)
    kernel.invoke_stream(words["Translate"], input="Hi")
`,
    sees: [
      {
        line: 11,
        call: 'semantic-kernel.invoke',
        provider: 'openai',
        model: 'gpt-4o-mini',
        repeats: ['data loop here'],
      },
      { line: 12, call: 'semantic-kernel.invoke', model: 'gpt-4o-mini' },
      { line: 14, call: 'semantic-kernel.invoke_stream', model: 'gpt-4o-mini' },
      { line: 16, call: 'semantic-kernel.invoke_stream', model: 'gpt-4o-mini' },
    ],
  },
  {
    lang: 'python',
    code: `
from semantic_kernel import Kernel
from semantic_kernel.connectors.ai.open_ai import AzureChatCompletion, OpenAIChatCompletion
from semantic_kernel.connectors.ai.open_ai import OpenAIChatPromptExecutionSettings
from semantic_kernel.functions import KernelArguments, KernelFunctionFromPrompt, kernel_function

kernel = Kernel()
kernel.add_service(OpenAIChatCompletion(service_id="chat", ai_model_id="gpt-4o-mini"))
settings = OpenAIChatPromptExecutionSettings(max_tokens=200)
tell = kernel.add_function(plugin_name="p", function_name="f", prompt="Tell me about {{$topic}}.", prompt_execution_settings=settings)

class Clock:
    @kernel_function
    def now(self) -> str: ...
clock = kernel.add_plugin(Clock(), "clock")

async def main(history):
    await kernel.invoke_prompt("Why?")
    async for part in kernel.invoke_prompt_stream(prompt="Why?"):
        print(part)
    await kernel.invoke(tell, KernelArguments(topic="cats"))
    kernel.invoke_stream(KernelFunctionFromPrompt(function_name="g", prompt="Sum up."))
    await kernel.invoke(clock["now"])
    azure = AzureChatCompletion(deployment_name="gpt-4o", endpoint=URL)
    await azure.get_chat_message_content(chat_history=history, settings=settings)
    azure.get_streaming_chat_message_content(history, settings)
    await azure.get_chat_message_contents(history, settings)
    azure.get_streaming_chat_message_contents(history, settings)
`,
    sees: [
      {
        line: 18,
        call: 'semantic-kernel.invoke_prompt',
        provider: 'openai',
        model: 'gpt-4o-mini',
        modelVia: 'literal',
        input: ['Why?'],
      },
      { line: 19, call: 'semantic-kernel.invoke_prompt_stream', model: 'gpt-4o-mini', repeats: [] },
      {
        line: 21,
        call: 'semantic-kernel.invoke',
        provider: 'openai',
        model: 'gpt-4o-mini',
        maxOutput: 200,
      },
      { line: 22, call: 'semantic-kernel.invoke_stream', model: 'gpt-4o-mini', input: ['Sum up.'] },
      {
        line: 25,
        call: 'semantic-kernel.get_chat_message_content',
        provider: 'azure-openai',
        model: 'gpt-4o',
        maxOutput: 200,
      },
      { line: 26, call: 'semantic-kernel.get_streaming_chat_message_content', maxOutput: 200 },
      { line: 27, call: 'semantic-kernel.get_chat_message_contents', model: 'gpt-4o' },
      { line: 28, call: 'semantic-kernel.get_streaming_chat_message_contents', model: 'gpt-4o' },
    ],
  },
  {
    lang: 'python',
    code: `
from semantic_kernel import Kernel
from semantic_kernel.agents import AgentGroupChat, ChatCompletionAgent, OpenAIResponsesAgent, SequentialOrchestration
from semantic_kernel.connectors.ai.anthropic import AnthropicChatCompletion
from semantic_kernel.connectors.ai.google.google_ai import GoogleAIChatCompletion
from semantic_kernel.connectors.ai.open_ai import OpenAIAudioToText, OpenAITextCompletion, OpenAITextEmbedding
from semantic_kernel.connectors.ai.open_ai import OpenAITextToAudio, OpenAITextToImage

def make_kernel():
    kernel = Kernel()
    kernel.add_service(GoogleAIChatCompletion(gemini_model_id="gemini-2.5-flash"))
    return kernel

writer = ChatCompletionAgent(service=AnthropicChatCompletion(ai_model_id="claude-haiku-4-5"), instructions="Write.")
critic = ChatCompletionAgent(kernel=make_kernel(), name="critic")

async def main(task, runtime, client, texts):
    await writer.get_response(messages=task)
    async for message in critic.invoke(messages=task):
        print(message)
    critic.invoke_stream(task)
    await OpenAIResponsesAgent(ai_model_id="gpt-4o", client=client).get_response(messages=task)
    await SequentialOrchestration(members=[writer, critic]).invoke(task=task, runtime=runtime)
    AgentGroupChat(agents=[writer]).invoke_stream()
    await OpenAITextEmbedding(ai_model_id="text-embedding-3-small").generate_embeddings(texts)
    await OpenAITextEmbedding(ai_model_id="text-embedding-3-small").generate_raw_embeddings(texts)
    image = OpenAITextToImage(ai_model_id="dall-e-3")
    await image.generate_image("A cat", 256, 256), await image.generate_images("A cat"), await image.get_image_content("A", 1, 1, 1)
    speech = OpenAITextToAudio(ai_model_id="tts-1")
    await speech.get_audio_content("Hi"), await speech.get_audio_contents("Hi")
    ear = OpenAIAudioToText(ai_model_id="whisper-1")
    await ear.get_text_content(task), await ear.get_text_contents(task)
    text = OpenAITextCompletion(ai_model_id="gpt-3.5-turbo-instruct")
    await text.get_text_content("Hi", None), await text.get_text_contents("Hi", None)
    text.get_streaming_text_content("Hi", None), text.get_streaming_text_contents("Hi", None)
`,
    sees: [
      {
        line: 18,
        call: 'semantic-kernel.get_response',
        provider: 'anthropic',
        model: 'claude-haiku-4-5',
        input: ['Write.', '{task}'],
      },
      { line: 19, call: 'semantic-kernel.invoke', provider: 'google', model: 'gemini-2.5-flash', repeats: [] },
      { line: 21, call: 'semantic-kernel.invoke_stream', provider: 'google', model: 'gemini-2.5-flash' },
      { line: 22, call: 'semantic-kernel.get_response', provider: 'openai', model: 'gpt-4o' },
      {
        line: 23,
        call: 'semantic-kernel.invoke',
        provider: 'unknown',
        modelAmong: ['claude-haiku-4-5', 'gemini-2.5-flash'],
      },
      { line: 24, call: 'semantic-kernel.invoke_stream', provider: 'anthropic', model: 'claude-haiku-4-5' },
      { line: 25, call: 'semantic-kernel.generate_embeddings', provider: 'openai', model: 'text-embedding-3-small' },
      { line: 26, call: 'semantic-kernel.generate_raw_embeddings', model: 'text-embedding-3-small' },
      { line: 28, call: 'semantic-kernel.generate_image', model: 'dall-e-3', input: ['A cat'] },
      { line: 28, call: 'semantic-kernel.generate_images', model: 'dall-e-3' },
      { line: 28, call: 'semantic-kernel.get_image_content', model: 'dall-e-3' },
      { line: 30, call: 'semantic-kernel.get_audio_content', model: 'tts-1' },
      { line: 30, call: 'semantic-kernel.get_audio_contents', model: 'tts-1' },
      { line: 32, call: 'semantic-kernel.get_text_content', model: 'whisper-1' },
      { line: 32, call: 'semantic-kernel.get_text_contents', model: 'whisper-1' },
      { line: 34, call: 'semantic-kernel.get_text_content', model: 'gpt-3.5-turbo-instruct', input: ['Hi'] },
      { line: 34, call: 'semantic-kernel.get_text_contents', model: 'gpt-3.5-turbo-instruct' },
      { line: 35, call: 'semantic-kernel.get_streaming_text_content' },
      { line: 35, call: 'semantic-kernel.get_streaming_text_contents' },
    ],
  },
  {
    lang: 'python',
    code: `
from semantic_kernel import Kernel
from semantic_kernel.connectors.ai.open_ai import OpenAIChatCompletion
from semantic_kernel.contents import ChatHistory
kernel = Kernel()
kernel.add_service(OpenAIChatCompletion(ai_model_id="gpt-4o"))
plugin = kernel.add_plugin(plugin=Clock(), plugin_name="p")
kernel.get_service("chat")
ChatHistory().add_user_message("Hi")
async def free(tool):
    await kernel.invoke(plugin["clock"])
    await tool.invoke("Hi")
`,
    sees: [],
  },
]
