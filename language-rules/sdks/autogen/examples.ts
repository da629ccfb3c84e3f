import type { SdkExample } from '../../../core/sdk.ts'

export const examples: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
import asyncio
from autogen_agentchat.agents import AssistantAgent
from autogen_agentchat.ui import Console
from autogen_core.models import ChatCompletionClient, UserMessage
from autogen_ext.models.anthropic import AnthropicChatCompletionClient
from autogen_ext.models.openai import AzureOpenAIChatCompletionClient, OpenAIChatCompletionClient

model = OpenAIChatCompletionClient(model="gpt-4o-mini", max_tokens=300)
local = OpenAIChatCompletionClient(model="llama3", base_url="http://localhost:11434/v1")

async def main(text):
    await model.create([UserMessage(content=text, source="user")])
    async for part in local.create_stream(messages=[], extra_create_args={"max_tokens": 9}):
        print(part)
    agent = AssistantAgent("writer", model_client=model, system_message="Write.", max_tool_iterations=4)
    await agent.run(task="A poem")
    await Console(agent.run_stream(task=text))
    await AssistantAgent("a", AnthropicChatCompletionClient(model="claude-haiku-4-5")).on_messages([], None)
    AssistantAgent("b", AzureOpenAIChatCompletionClient(azure_deployment="d", model="gpt-4o")).on_messages_stream([], None)

class Judge:
    def __init__(self, client: ChatCompletionClient) -> None:
        self._client = client
    async def judge(self, messages):
        return await self._client.create(messages)
asyncio.run(main("Hi"))
`,
    sees: [
      { line: 13, call: 'autogen.create', provider: 'openai', model: 'gpt-4o-mini', maxOutput: 300 },
      { line: 14, call: 'autogen.create_stream', provider: 'local', model: 'llama3', maxOutput: 9 },
      {
        line: 17,
        call: 'autogen.run',
        provider: 'openai',
        model: 'gpt-4o-mini',
        maxOutput: 300,
        repeats: ['agent option here 4'],
        input: ['Write.', 'A poem'],
      },
      { line: 18, call: 'autogen.run_stream', provider: 'openai', model: 'gpt-4o-mini' },
      { line: 19, call: 'autogen.on_messages', provider: 'anthropic', model: 'claude-haiku-4-5' },
      { line: 20, call: 'autogen.on_messages_stream', provider: 'azure-openai', model: 'gpt-4o' },
      { line: 26, call: 'autogen.create', provider: 'unknown', model: null },
    ],
  },
  {
    lang: 'python',
    code: `
from autogen_agentchat.agents import AssistantAgent, UserProxyAgent
from autogen_agentchat.conditions import TextMentionTermination
from autogen_agentchat.teams import MagenticOneGroupChat, RoundRobinGroupChat, SelectorGroupChat
from autogen_ext.models.openai import OpenAIChatCompletionClient

def make_team(model="gpt-4o"):
    client = OpenAIChatCompletionClient(model=model)
    writer = AssistantAgent("writer", model_client=client)
    critic = AssistantAgent("critic", model_client=client)
    return RoundRobinGroupChat([writer, critic, UserProxyAgent("user")], TextMentionTermination("END"), max_turns=6)

async def main(task):
    team = make_team()
    await team.run(task=task)
    small = OpenAIChatCompletionClient(model="gpt-4o-mini")
    large = OpenAIChatCompletionClient(model="gpt-4o")
    planner = AssistantAgent("planner", model_client=large)
    await SelectorGroupChat([planner], model_client=small).run(task=task)
    async for message in MagenticOneGroupChat([planner], model_client=large).run_stream(task=task):
        print(message)
    await team.reset()
`,
    sees: [
      {
        line: 15,
        call: 'autogen.run',
        provider: 'openai',
        model: 'gpt-4o',
        modelVia: 'parameter',
        repeats: ['agent option here 6'],
      },
      { line: 19, call: 'autogen.run', provider: 'openai', model: null, modelAmong: ['gpt-4o', 'gpt-4o-mini'] },
      { line: 20, call: 'autogen.run_stream', provider: 'openai', model: 'gpt-4o', repeats: ['agent option here 20'] },
    ],
  },
  {
    lang: 'python',
    code: `
import os
import autogen
from autogen import AssistantAgent, ConversableAgent, GroupChat, GroupChatManager, UserProxyAgent

config_list = [
    {"model": "gpt-4", "api_key": os.environ["KEY"], "api_type": "azure", "base_url": os.environ["URL"]},
    {"model": "gpt-3.5-turbo", "api_key": os.environ["KEY"]},
]
llm_config = {"config_list": config_list, "temperature": 0, "max_tokens": 500}
assistant = AssistantAgent("assistant", system_message="Help.", llm_config=llm_config)
user = UserProxyAgent("user", human_input_mode="NEVER", max_consecutive_auto_reply=5, code_execution_config=False)
user.initiate_chat(assistant, message="Plot a chart", max_turns=3)
simple = ConversableAgent("simple", llm_config={"model": "gpt-4o", "api_key": os.environ["KEY"]})
simple.generate_reply(messages=[{"role": "user", "content": "Hi"}])
group = GroupChat(agents=[assistant, user], messages=[], max_round=12)
user.initiate_chat(GroupChatManager(groupchat=group, llm_config={"config_list": [{"model": "gpt-4o"}]}), message="Go")
user.initiate_chats([{"recipient": simple, "message": "a"}])
autogen.initiate_chats([{"sender": user, "recipient": simple, "message": "a"}])
user.send("Hi", simple)
autogen.OpenAIWrapper(config_list=[{"model": "gpt-4o"}]).create(messages=[])
async def later():
    await user.a_initiate_chat(simple, message="Go")
    await user.a_initiate_chats([{"recipient": simple}])
    await autogen.a_initiate_chats([{"recipient": simple}])
    await simple.a_generate_reply(messages=[])
    simple.generate_oai_reply([]), await simple.a_generate_oai_reply([])
    await user.a_send("Hi", simple)
`,
    sees: [
      {
        line: 13,
        call: 'autogen.initiate_chat',
        model: 'gpt-4',
        modelVia: 'literal',
        maxOutput: 500,
        repeats: ['agent option here 3', 'agent option here 5'],
        input: ['Help.', 'Plot a chart'],
      },
      { line: 15, call: 'autogen.generate_reply', model: 'gpt-4o' },
      {
        line: 17,
        call: 'autogen.initiate_chat',
        model: 'gpt-4o',
        repeats: ['agent option here 5', 'agent option here 12'],
      },
      { line: 18, call: 'autogen.initiate_chats', model: 'gpt-4o' },
      { line: 19, call: 'autogen.initiate_chats', model: 'gpt-4o' },
      { line: 20, call: 'autogen.send', model: 'gpt-4o' },
      { line: 21, call: 'autogen.create', provider: 'openai', model: 'gpt-4o' },
      { line: 23, call: 'autogen.a_initiate_chat', model: 'gpt-4o' },
      { line: 24, call: 'autogen.a_initiate_chats', model: 'gpt-4o' },
      { line: 25, call: 'autogen.a_initiate_chats', model: 'gpt-4o' },
      { line: 26, call: 'autogen.a_generate_reply', model: 'gpt-4o' },
      { line: 27, call: 'autogen.generate_oai_reply', model: 'gpt-4o' },
      { line: 27, call: 'autogen.a_generate_oai_reply', model: 'gpt-4o' },
      { line: 28, call: 'autogen.a_send', model: 'gpt-4o' },
    ],
  },
  {
    lang: 'python',
    code: `
from autogen import ConversableAgent, LLMConfig
from autogen.agentchat import a_initiate_group_chat, a_run_group_chat, initiate_group_chat, run_group_chat
from autogen.agentchat.group.patterns import AutoPattern
config = LLMConfig(config_list=[{"api_type": "anthropic", "model": "claude-haiku-4-5", "max_tokens": 100}])
teacher = ConversableAgent("teacher", llm_config=config)
pupil = ConversableAgent("pupil", llm_config=LLMConfig(api_type="openai", model="gpt-4o-mini"))
pattern = AutoPattern(initial_agent=teacher, agents=[teacher], group_manager_args={"llm_config": config})
initiate_group_chat(pattern=pattern, messages="Teach", max_rounds=7)
pupil.run(message="Learn", max_turns=2)
async def later():
    await pupil.a_run(message="Learn")
    await ConversableAgent("c", llm_config=LLMConfig({"model": "gpt-4o"})).a_run(message="Learn")
    await a_initiate_group_chat(pattern=pattern, messages="Teach")
    run_group_chat(pattern, "Teach", 3), await a_run_group_chat(pattern=pattern, messages="Teach")
`,
    sees: [
      {
        line: 9,
        call: 'autogen.initiate_group_chat',
        provider: 'anthropic',
        model: 'claude-haiku-4-5',
        maxOutput: 100,
        repeats: ['agent option here 7'],
      },
      {
        line: 10,
        call: 'autogen.run',
        provider: 'openai',
        model: 'gpt-4o-mini',
        repeats: ['agent option here 2'],
      },
      { line: 12, call: 'autogen.a_run', model: 'gpt-4o-mini' },
      { line: 13, call: 'autogen.a_run', model: 'gpt-4o' },
      { line: 14, call: 'autogen.a_initiate_group_chat', model: 'claude-haiku-4-5', repeats: ['agent option here 20'] },
      { line: 15, call: 'autogen.run_group_chat', model: 'claude-haiku-4-5', repeats: ['agent option here 3'] },
      { line: 15, call: 'autogen.a_run_group_chat', model: 'claude-haiku-4-5' },
    ],
  },
  {
    lang: 'python',
    code: `
from autogen_agentchat.agents import AssistantAgent
from autogen_core import AgentId, SingleThreadedAgentRuntime
from autogen_core.tools import FunctionTool
from autogen_ext.models.openai import OpenAIChatCompletionClient
model = OpenAIChatCompletionClient(model="gpt-4o")
agent = AssistantAgent("a", model_client=model)
runtime = SingleThreadedAgentRuntime()
async def main(message):
    await runtime.send_message(message, AgentId("a", "default"))
    await runtime.publish_message(message, topic_id=None)
    model.count_tokens([])
    model.remaining_tokens([])
    await agent.on_reset(None)
    await agent.save_state()
    await FunctionTool(print, description="").run(message)
`,
    sees: [],
  },
]
