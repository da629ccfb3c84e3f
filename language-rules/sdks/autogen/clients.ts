// https://github.com/microsoft/autogen/tree/main/python/packages, https://github.com/microsoft/autogen/tree/0.2/autogen
import type { ClientShape, Levers } from '../../../core/sdk.ts'

const from = (module: string, ...names: readonly string[]) => names.map((name) => `${module}.${name}`)

/** Of several configurations the first is asked, the others only where it fails. */
const configured = {
  model: ['llm_config.model', 'llm_config.config_list.[0].model'],
  maxOutput: ['llm_config.max_tokens', 'llm_config.config_list.[0].max_tokens'],
  of: 'llm_config',
  baseUrl: ['llm_config.base_url', 'llm_config.config_list.[0].base_url'],
} as const satisfies Levers & Partial<ClientShape>

const azure = {
  azure: 'azure-openai',
  openai: 'openai',
  anthropic: 'anthropic',
  google: 'google',
  groq: 'groq',
} as const
const seller = {
  mistral: 'mistral',
  together: 'together',
  cohere: 'cohere',
  bedrock: 'bedrock',
  deepseek: 'deepseek',
  cerebras: 'cerebras',
  ollama: 'local',
  ...azure,
} as const

/** 0.2 and its successor AG2, whose agents are given the configuration of a model. */
const conversable: readonly ClientShape[] = [
  {
    python: [
      ...['autogen', 'autogen.agentchat'].flatMap((module) => from(module, 'ConversableAgent', 'AssistantAgent')),
      'autogen.agentchat.conversable_agent.ConversableAgent',
      'autogen.agentchat.assistant_agent.AssistantAgent',
      'autogen.agentchat.contrib.retrieve_assistant_agent.RetrieveAssistantAgent',
      'autogen.agentchat.contrib.multimodal_conversable_agent.MultimodalConversableAgent',
      'autogen.agentchat.contrib.gpt_assistant_agent.GPTAssistantAgent',
      'autogen.agentchat.contrib.society_of_mind_agent.SocietyOfMindAgent',
    ],
    kind: 'chat',
    ...configured,
    sells: { 'llm_config.api_type': seller, 'llm_config.config_list.[0].api_type': seller },
    input: ['system_message'],
    repeats: { max_consecutive_auto_reply: 'agent' },
  },
  // Stands for a person: it has no model unless it is given one, which hardly anybody does.
  {
    python: [
      'autogen.UserProxyAgent',
      'autogen.agentchat.UserProxyAgent',
      'autogen.agentchat.user_proxy_agent.UserProxyAgent',
      'autogen.agentchat.contrib.retrieve_user_proxy_agent.RetrieveUserProxyAgent',
      'autogen.agentchat.contrib.math_user_proxy_agent.MathUserProxyAgent',
    ],
    kind: 'chat',
    repeats: { max_consecutive_auto_reply: 'agent' },
  },
  {
    python: [
      'autogen.GroupChatManager',
      'autogen.agentchat.GroupChatManager',
      'autogen.agentchat.groupchat.GroupChatManager',
    ],
    kind: 'chat',
    ...configured,
    of: '*',
  },
  {
    python: ['autogen.GroupChat', 'autogen.agentchat.GroupChat', 'autogen.agentchat.groupchat.GroupChat'],
    kind: 'group',
    of: ['agents', '[0]'],
    repeats: { max_round: { kind: 'agent', default: 10 } },
  },
  // AG2: https://docs.ag2.ai/latest/docs/user-guide/basic-concepts/llm-configuration/
  {
    python: ['autogen.LLMConfig', 'autogen.llm_config.LLMConfig'],
    kind: 'config',
    provider: 'openai',
    model: ['model', '[0].model', 'config_list.[0].model'],
    maxOutput: ['max_tokens', '[0].max_tokens', 'config_list.[0].max_tokens'],
    baseUrl: ['base_url', '[0].base_url', 'config_list.[0].base_url'],
    sells: { api_type: seller, '[0].api_type': seller, 'config_list.[0].api_type': seller },
  },
  {
    python: ['AutoPattern', 'RoundRobinPattern', 'DefaultPattern', 'RandomPattern', 'ManualPattern'].map(
      (name) => `autogen.agentchat.**.${name}`,
    ),
    kind: 'group',
    of: '*',
  },
  { python: ['autogen', 'autogen.agentchat'], kind: 'module', module: true },
  {
    python: ['autogen.OpenAIWrapper', 'autogen.oai.OpenAIWrapper', 'autogen.oai.client.OpenAIWrapper'],
    kind: 'wrapper',
    provider: 'openai',
    model: ['config_list.[0].model', 'model'],
    maxOutput: ['config_list.[0].max_tokens', 'max_tokens'],
    baseUrl: ['base_url', 'config_list.[0].base_url'],
    sells: { 'config_list.[0].api_type': seller },
  },
]

const made = { kind: 'model', model: 'model', maxOutput: 'max_tokens' } as const

/** Since 0.4: https://microsoft.github.io/autogen/stable/reference/python/autogen_ext.models.openai.html */
const models: readonly ClientShape[] = [
  {
    python: from('autogen_ext.models.openai', 'OpenAIChatCompletionClient', 'BaseOpenAIChatCompletionClient'),
    ...made,
    provider: 'openai',
    baseUrl: 'base_url',
  },
  { python: 'autogen_ext.models.openai.AzureOpenAIChatCompletionClient', ...made, provider: 'azure-openai' },
  { python: 'autogen_ext.models.anthropic.AnthropicChatCompletionClient', ...made, provider: 'anthropic' },
  { python: 'autogen_ext.models.anthropic.AnthropicBedrockChatCompletionClient', ...made, provider: 'bedrock' },
  { python: 'autogen_ext.models.azure.AzureAIChatCompletionClient', ...made, provider: 'unknown' },
  {
    python: [
      'autogen_ext.models.ollama.OllamaChatCompletionClient',
      'autogen_ext.models.llama_cpp.LlamaCppChatCompletionClient',
      // Answers what it was told to: for tests.
      'autogen_ext.models.replay.ReplayChatCompletionClient',
    ],
    ...made,
    provider: 'local',
  },
  { python: 'autogen_ext.models.cache.ChatCompletionCache', kind: 'model', of: ['client', '[0]'] },
  { python: 'autogen_ext.models.semantic_kernel.SKChatCompletionAdapter', kind: 'model', of: ['sk_client', '[0]'] },
  {
    python: [
      ...['autogen_core.models', 'autogen_core.components.models'].map((module) => `${module}.ChatCompletionClient`),
      'autogen_core.models.ChatCompletionClient.load_component',
    ],
    kind: 'model',
    model: ['config.model', '[0].config.model'],
  },
]

const agents: readonly ClientShape[] = [
  {
    python: [
      ...from('autogen_agentchat.agents', 'AssistantAgent', 'SocietyOfMindAgent'),
      'autogen_ext.agents.web_surfer.MultimodalWebSurfer',
      'autogen_ext.agents.file_surfer.FileSurfer',
      'autogen_ext.agents.video_surfer.VideoSurfer',
      'autogen_ext.agents.magentic_one.MagenticOneCoderAgent',
    ],
    kind: 'agent',
    model: ['model_client', '[1]'],
    input: ['system_message'],
    repeats: { max_tool_iterations: 'agent' },
  },
  {
    python: ['autogen_ext.agents.openai.OpenAIAgent', 'autogen_ext.agents.openai.OpenAIAssistantAgent'],
    kind: 'agent',
    of: 'client',
    model: 'model',
    maxOutput: 'max_output_tokens',
    input: ['instructions'],
  },
  // A team is billed by what its members are, and by the model that chooses between them.
  {
    python: from('autogen_agentchat.teams', 'RoundRobinGroupChat', 'SelectorGroupChat', 'Swarm', 'GraphFlow'),
    kind: 'team',
    of: '*',
    repeats: { max_turns: 'agent' },
  },
  {
    python: 'autogen_agentchat.teams.MagenticOneGroupChat',
    kind: 'team',
    of: '*',
    repeats: { max_turns: { kind: 'agent', default: 20 } },
  },
  { python: 'autogen_ext.teams.magentic_one.MagenticOne', kind: 'team', of: ['client', '[0]'] },
]

export const clients: readonly ClientShape[] = [...conversable, ...models, ...agents]
