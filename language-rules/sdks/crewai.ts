// https://docs.crewai.com/en/concepts/llms, https://docs.crewai.com/en/concepts/crews
import type { CallShape, Levers, Sdk, SdkExample } from '../../core/sdk.ts'

// Where nothing names a model: https://github.com/crewAIInc/crewAI/blob/1.15.17/lib/crewai/src/crewai/constants.py
// (MODEL, MODEL_NAME or OPENAI_MODEL_NAME of the environment come before it).
const usual = 'openai/gpt-4.1-mini'

const agent = {
  // `config`: what a YAML file has of it.
  model: ['llm', 'config.llm', 'llm.model'],
  id: 'provider/model',
  defaultModel: usual,
  input: ['role', 'goal', 'backstory'],
  // https://docs.crewai.com/en/concepts/agents
  repeats: { max_iter: { kind: 'agent', default: 25 } },
} as const satisfies Levers

const call = {
  api: 'chat',
  on: 'llm',
  input: ['messages', '[0]', 'tools', 'response_model'],
} as const satisfies Omit<CallShape, 'path'>

const ask = { api: 'chat', on: 'agent', input: ['messages', '[0]'] } as const satisfies Omit<CallShape, 'path'>
const crew = { api: 'chat', on: 'crew', input: ['inputs', '[0]'] } as const satisfies Omit<CallShape, 'path'>
// Once for each of the inputs.
const each = { ...crew, repeats: { 'inputs|[0]': 'data' } } as const satisfies Omit<CallShape, 'path'>

export const sdk: Sdk = {
  id: 'crewai',
  words: ['from crewai', 'import crewai', ', crewai'],
  clients: [
    {
      python: ['crewai.LLM', 'crewai.llm.LLM'],
      kind: 'llm',
      provider: 'litellm',
      baseUrl: ['base_url', 'api_base'],
      model: ['model', '[0]'],
      id: 'provider/model',
      maxOutput: ['max_tokens', 'max_completion_tokens'],
      n: 'n',
      reasoning: 'reasoning_effort',
    },
    { python: ['crewai.Agent', 'crewai.agent.Agent', 'crewai.agent.core.Agent'], kind: 'agent', ...agent },
    { python: ['crewai.LiteAgent', 'crewai.lite_agent.LiteAgent'], kind: 'agent', ...agent },
    // A crew is billed by what its agents are, and by the model that manages or plans.
    {
      python: ['crewai.Crew', 'crewai.crew.Crew'],
      kind: 'crew',
      of: '*',
    },
    {
      python: ['crewai.Task', 'crewai.task.Task'],
      kind: 'task',
      of: 'agent',
      input: ['description', 'expected_output'],
    },
  ],
  calls: [
    { path: 'call', ...call },
    { path: 'acall', ...call },
    { path: 'kickoff', ...ask },
    { path: 'kickoff_async', ...ask },
    { path: 'akickoff', ...ask },
    { path: 'execute_task', ...ask, of: ['task', '[0]'] },
    { path: 'kickoff', ...crew },
    { path: 'kickoff_async', ...crew },
    { path: 'akickoff', ...crew },
    { path: 'kickoff_for_each', ...each },
    { path: 'kickoff_for_each_async', ...each },
    { path: 'akickoff_for_each', ...each },
    { path: 'train', ...crew, input: ['inputs'], repeats: { 'n_iterations|[0]': 'data' } },
    { path: 'test', ...crew, input: ['inputs'], model: ['eval_llm', '[1]'], repeats: { 'n_iterations|[0]': 'data' } },
    { path: 'replay', ...crew, input: ['inputs'] },
  ],
  free: ['reset_memories', 'copy', 'calculate_usage_metrics', 'fetch_inputs', 'get_context_window_size'],
}

export const examples: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
from crewai import Agent, Crew, LLM, Process, Task
llm = LLM(model="anthropic/claude-haiku-4-5", max_tokens=400)
researcher = Agent(role="Researcher", goal="Find facts.", backstory="Curious.", llm=llm, max_iter=8)
writer = Agent(role="Writer", goal="Write.", backstory="Brief.", llm="anthropic/claude-haiku-4-5")
find = Task(description="Find facts about {topic}.", expected_output="A list.", agent=researcher)
write = Task(description="Write.", expected_output="A page.", agent=writer)
crew = Crew(agents=[researcher, writer], tasks=[find, write], process=Process.sequential)
result = crew.kickoff(inputs={"topic": "cats"})
def several(topics):
    return crew.kickoff_for_each(inputs=[{"topic": topic} for topic in topics])
answer = llm.call("Why?")
`,
    sees: [
      {
        line: 9,
        call: 'crewai.kickoff',
        provider: 'anthropic',
        model: 'claude-haiku-4-5',
        repeats: ['agent option here 8'],
      },
      { line: 11, call: 'crewai.kickoff_for_each', model: 'claude-haiku-4-5' },
      {
        line: 12,
        call: 'crewai.call',
        provider: 'anthropic',
        model: 'claude-haiku-4-5',
        maxOutput: 400,
        repeats: [],
        input: ['Why?'],
      },
    ],
  },
  {
    lang: 'python',
    code: `
import os
from crewai import Agent, Crew, LLM, Task
from crewai.project import CrewBase, agent, crew, task

@CrewBase
class Support:
    agents_config = "config/agents.yaml"
    @agent
    def helper(self) -> Agent:
        return Agent(config=self.agents_config["helper"], llm=LLM(model=os.getenv("MODEL", "gemini/gemini-2.5-flash")))
    @crew
    def crew(self) -> Crew:
        return Crew(agents=[self.helper()], tasks=self.tasks)

def main(question):
    Support().crew().kickoff(inputs={"question": question})
    plain = Agent(role="Helper", goal="Help.", backstory="Kind.")
    plain.kickoff(question)
    local = Agent(role="Helper", goal="Help.", backstory="Kind.", llm=LLM(model="ollama/llama3"))
    Crew(agents=[local], tasks=[], manager_llm=LLM(model="openai/gpt-4o")).kickoff()
    plain.execute_task(Task(description="Help.", expected_output="Help.", agent=plain))

async def later(crew: Crew, helper: Agent):
    await Support().crew().kickoff_async(inputs={})
    await Support().crew().akickoff()
    await Support().crew().kickoff_for_each_async(inputs=[])
    await Support().crew().akickoff_for_each(inputs=[])
    await helper.kickoff_async("Hi")
    await helper.akickoff("Hi")
    await LLM("openai/gpt-4o").acall("Hi")
    crew.train(n_iterations=2, filename="t.pkl", inputs={})
    crew.test(n_iterations=3, eval_llm="openai/gpt-4o")
    crew.replay(task_id="t")
`,
    sees: [
      {
        line: 17,
        call: 'crewai.kickoff',
        provider: 'google',
        model: 'gemini-2.5-flash',
        modelVia: 'environment',
        repeats: ['agent option here 25'],
      },
      {
        line: 19,
        call: 'crewai.kickoff',
        provider: 'openai',
        model: null,
        usualModel: 'gpt-4.1-mini',
        repeats: ['agent option here 25'],
        input: ['Helper', 'Help.', 'Kind.', '{question}'],
      },
      { line: 21, call: 'crewai.kickoff', provider: 'unknown', modelAmong: ['llama3', 'gpt-4o'] },
      { line: 22, call: 'crewai.execute_task', model: null, usualModel: 'gpt-4.1-mini' },
      { line: 25, call: 'crewai.kickoff_async', model: 'gemini-2.5-flash' },
      { line: 26, call: 'crewai.akickoff', model: 'gemini-2.5-flash' },
      { line: 27, call: 'crewai.kickoff_for_each_async', model: 'gemini-2.5-flash' },
      { line: 28, call: 'crewai.akickoff_for_each', model: 'gemini-2.5-flash' },
      { line: 29, call: 'crewai.kickoff_async' },
      { line: 30, call: 'crewai.akickoff' },
      { line: 31, call: 'crewai.acall', provider: 'openai', model: 'gpt-4o' },
      { line: 32, call: 'crewai.train', model: null, repeats: ['data option here 2'] },
      { line: 33, call: 'crewai.test', repeats: ['data option here 3'] },
      { line: 34, call: 'crewai.replay', model: null },
    ],
  },
  {
    // What the project's own layout makes of a class: its agents are those that it marks, and their tasks may name none.
    lang: 'python',
    code: `
from typing import List
from crewai import LLM, Agent, Crew, Process, Task
from crewai.agents.agent_builder.base_agent import BaseAgent
from crewai.project import CrewBase, agent, crew, task
llm = LLM(model="anthropic/claude-haiku-4-5")

@CrewBase
class Desk:
    agents: List[BaseAgent]
    tasks: List[Task]

    @agent
    def researcher(self) -> Agent:
        return Agent(config=self.agents_config["researcher"], llm=llm)

    @task
    def research(self) -> Task:
        return Task(config=self.tasks_config["research"])

    @crew
    def crew(self) -> Crew:
        return Crew(agents=self.agents, tasks=self.tasks, process=Process.sequential)

    def alone(self):
        return Crew(agents=[self.researcher()], tasks=[self.research()]).kickoff()

def run():
    Desk().crew().kickoff(inputs={"topic": "cats"})
`,
    sees: [
      { line: 26, call: 'crewai.kickoff', provider: 'anthropic', model: 'claude-haiku-4-5' },
      { line: 29, call: 'crewai.kickoff', provider: 'anthropic', model: 'claude-haiku-4-5' },
    ],
  },
  {
    lang: 'python',
    code: `
from crewai import Agent, Crew, Task
from crewai.flow.flow import Flow, listen, start
from crewai.tools import tool
class Steps(Flow):
    @start()
    def begin(self): ...
    @listen(begin)
    def end(self): ...
Steps().kickoff()
@tool("Look up")
def look_up(text: str) -> str: ...
look_up.run("a")
Crew(agents=[], tasks=[]).reset_memories(command_type="all")
class Team:
    def kickoff(self): ...
Team().kickoff()
`,
    sees: [],
  },
]
