import type { SdkExample } from '../../../core/sdk.ts'

/** What a run may choose otherwise: what is written is a default then, or one of several. */
export const chosenExamples: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
from langchain.chat_models import init_chat_model
from langchain_anthropic import ChatAnthropic
from langchain_core.runnables import ConfigurableField
from langchain_openai import ChatOpenAI
from langgraph.config import get_config

writer = ChatOpenAI(model="gpt-4o").configurable_fields(model_name=ConfigurableField(id="writer"))
calm = ChatOpenAI(model="gpt-4o").configurable_fields(temperature=ConfigurableField(id="calm"))
either = ChatOpenAI(model="gpt-4o").configurable_alternatives(
    ConfigurableField(id="seller"), default_key="openai", anthropic=ChatAnthropic(model="claude-haiku-4-5")
)
open_one = init_chat_model("openai:gpt-4o", configurable_fields=("model", "temperature"))
fixed = init_chat_model("openai:gpt-4o", configurable_fields=("temperature",))

def node(state):
    writer.invoke(state["question"])
    calm.invoke(state["question"])
    either.with_config(configurable={"seller": "anthropic"}).invoke(state["question"])
    open_one.invoke(state["question"])
    fixed.invoke(state["question"])
    name = get_config()["configurable"].get("model", "gpt-4o-mini")
    return ChatOpenAI(model=name).invoke(state["question"])
`,
    sees: [
      { line: 17, call: 'langchain.invoke', provider: 'openai', model: 'gpt-4o', modelVia: 'parameter' },
      { line: 18, call: 'langchain.invoke', provider: 'openai', model: 'gpt-4o', modelVia: 'literal' },
      {
        line: 19,
        call: 'langchain.invoke',
        provider: 'unknown',
        model: null,
        offered: ['openai: gpt-4o', 'anthropic: claude-haiku-4-5'],
      },
      { line: 20, call: 'langchain.invoke', provider: 'openai', model: 'gpt-4o', modelVia: 'parameter' },
      { line: 21, call: 'langchain.invoke', provider: 'openai', model: 'gpt-4o', modelVia: 'literal' },
      { line: 23, call: 'langchain.invoke', provider: 'openai', model: 'gpt-4o-mini', modelVia: 'parameter' },
    ],
  },
]
