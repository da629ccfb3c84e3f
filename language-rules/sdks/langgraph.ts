// https://docs.langchain.com/oss/python/langgraph/overview, https://docs.langchain.com/oss/javascript/langgraph/overview
import type { ClientShape, Sdk, SdkExample } from '../../core/sdk.ts'
import { agent, ways } from './langchain/calls.ts'
import { limited, named } from './langchain/models.ts'

// A graph of one's own is no call: its nodes are functions, and the calls in them are counted where they stand.
const prebuilt: ClientShape = {
  ...limited,
  kind: 'agent',
  model: ['model', 'llm', '[0]'],
  id: 'provider:model',
  input: ['prompt', 'stateModifier', 'state_modifier', 'messageModifier'],
  tools: ['tools', '[1]'],
  schema: ['response_format', 'responseFormat'],
}

export const sdk: Sdk = {
  id: 'langgraph',
  words: [
    ...['from langgraph', 'import langgraph', ', langgraph'],
    ...["'@langchain/langgraph", '"@langchain/langgraph', "'langgraph", '"langgraph'],
  ],
  clients: [
    ...named(
      {
        ...prebuilt,
        python: [
          'langgraph.prebuilt.create_react_agent',
          'langgraph.prebuilt.chat_agent_executor.create_react_agent',
          'langgraph.prebuilt.chat_agent_executor.create_tool_calling_executor',
        ],
        typescript: [
          '@langchain/langgraph/prebuilt#createReactAgent',
          '@langchain/langgraph#createReactAgent',
          '@langchain/langgraph/prebuilt#createAgent',
        ],
      },
      'model|llm|[0]',
    ),
    // https://github.com/langchain-ai/langgraph-supervisor-py: the supervisor's own model; each agent adds its own.
    {
      ...prebuilt,
      python: 'langgraph_supervisor.create_supervisor().compile',
      typescript: '@langchain/langgraph-supervisor#createSupervisor().compile',
    },
  ],
  calls: ways(agent),
  free: ['get_graph', 'getGraph', 'get_state', 'getState', 'aget_state', 'update_state', 'get_state_history'],
  transparent: ['with_config()', 'withConfig()'],
}

export const examples: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
from langchain_anthropic import ChatAnthropic
from langgraph.prebuilt import create_react_agent
from langgraph.graph import StateGraph

model = ChatAnthropic(model="claude-haiku-4-5", max_tokens=500)
agent = create_react_agent(model, tools=[lookup], prompt="Book the trip.")
named = create_react_agent("openai:gpt-4o", tools=[])

async def book(wish):
    await agent.ainvoke({"messages": [("user", wish)]}, {"recursion_limit": 12})
    async for part in named.astream({"messages": wish}, config={"recursion_limit": 40}):
        print(part)

def plan(state):
    return {"plan": model.invoke(state["wish"])}

graph = StateGraph(dict)
graph.add_node("plan", plan)
app = graph.compile()
app.invoke({"wish": "Rome"})
`,
    sees: [
      {
        line: 11,
        call: 'langgraph.ainvoke',
        provider: 'anthropic',
        model: 'claude-haiku-4-5',
        maxOutput: 500,
        repeats: ['agent option here 12'],
        input: ['[', '{lookup}', ']', 'Book the trip.', 'user: {wish}'],
      },
      { line: 12, call: 'langgraph.astream', provider: 'openai', model: 'gpt-4o', repeats: ['agent option here 40'] },
      { line: 16, call: 'langchain.invoke', provider: 'anthropic', model: 'claude-haiku-4-5', repeats: [] },
    ],
  },
  {
    lang: 'typescript',
    code: `
import { ChatOpenAI } from '@langchain/openai'
import { createReactAgent } from '@langchain/langgraph/prebuilt'
const llm = new ChatOpenAI({ model: 'gpt-4o-mini' })
const agent = createReactAgent({ llm, tools: [], prompt: 'Answer in French.' })
export const answer = (messages: string[]) => agent.invoke({ messages }, { recursionLimit: 8 })
for await (const event of agent.streamEvents({ messages: ['Hi'] }, { version: 'v2' })) console.log(event)
`,
    sees: [
      {
        line: 6,
        call: 'langgraph.invoke',
        provider: 'openai',
        model: 'gpt-4o-mini',
        modelVia: 'literal',
        repeats: ['agent option here 8'],
      },
      { line: 7, call: 'langgraph.streamEvents', model: 'gpt-4o-mini', repeats: [] },
    ],
  },
  {
    lang: 'python',
    code: `
from langgraph.graph import END, MessagesState, StateGraph
from langgraph.prebuilt import ToolNode, create_react_agent
def greet(state): return {"messages": ["hello"]}
graph = StateGraph(MessagesState)
graph.add_node("greet", greet)
graph.add_edge("greet", END)
app = graph.compile()
app.invoke({"messages": []})
for step in app.stream({"messages": []}, config={"recursion_limit": 9}):
    print(step)
ToolNode([greet]).invoke({"messages": []})
create_react_agent("openai:gpt-4o", tools=[]).get_graph().draw_mermaid()
`,
    sees: [],
  },
]
