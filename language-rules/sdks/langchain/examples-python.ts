import type { SdkExample } from '../../../core/sdk.ts'

export const inPythonCode: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
import os
from langchain_core.output_parsers import StrOutputParser
from langchain_core.prompts import ChatPromptTemplate
from langchain_openai import AzureChatOpenAI, ChatOpenAI

MODEL = os.getenv("CHAT_MODEL", "gpt-4o-mini")
prompt = ChatPromptTemplate.from_messages([("system", "You are terse."), ("human", "{question}")])
llm = ChatOpenAI(model=MODEL, temperature=0, max_tokens=256)
chain = prompt | llm | StrOutputParser()

def answer(question):
    return chain.invoke({"question": question})

async def many(questions):
    async for part in chain.astream({"question": questions[0]}):
        print(part)
    return await chain.abatch([{"question": q} for q in questions])

bound = AzureChatOpenAI(azure_deployment="gpt-4o").bind_tools([answer]).with_retry()
bound.invoke("Hi", config={"callbacks": []})
groq = ChatOpenAI(model="llama-3.1-8b-instant", base_url="https://api.groq.com/openai/v1", n=2)
for text in ["a", "b", "c"]:
    groq.with_structured_output(Answer).invoke([("user", text)])
llm.bind(max_tokens=10).predict("Hello")
`,
    sees: [
      {
        line: 13,
        call: 'langchain.invoke',
        provider: 'openai',
        model: 'gpt-4o-mini',
        modelVia: 'environment',
        maxOutput: 256,
        repeats: [],
        input: ['system: You are terse.', 'user: {question}'],
      },
      { line: 16, call: 'langchain.astream', model: 'gpt-4o-mini', maxOutput: 256 },
      { line: 18, call: 'langchain.abatch', model: 'gpt-4o-mini', repeats: ['data option here'] },
      { line: 21, call: 'langchain.invoke', provider: 'azure-openai', model: 'gpt-4o' },
      {
        line: 24,
        call: 'langchain.invoke',
        provider: 'groq',
        model: 'llama-3.1-8b-instant',
        n: 2,
        repeats: ['data loop here 3'],
        input: ['{Answer}', 'user: {text}'],
      },
      { line: 25, call: 'langchain.predict', model: 'gpt-4o-mini', maxOutput: 10, input: ['Hello'] },
    ],
  },
  {
    lang: 'python',
    code: `
from langchain.chat_models import init_chat_model
from langchain_anthropic import ChatAnthropic
from langchain_aws import ChatBedrock, ChatBedrockConverse
from langchain_google_genai import ChatGoogleGenerativeAI
from langchain_google_vertexai import ChatVertexAI
from langchain_groq import ChatGroq
from langchain_ollama import ChatOllama

class Desk:
    def __init__(self, model: str = "claude-sonnet-4-5"):
        self.llm = ChatAnthropic(model=model, max_tokens=1024)
        self.fast = ChatBedrock(model_id="amazon.nova-lite-v1:0", model_kwargs={"max_tokens": 99})

    def ask(self, text):
        self.fast.invoke(text)
        return self.llm.invoke([{"role": "user", "content": text}])

ChatBedrockConverse(model="us.amazon.nova-pro-v1:0").stream("Hi")
ChatGoogleGenerativeAI(model="gemini-2.5-flash", max_output_tokens=50).invoke("Hi")
ChatVertexAI(model_name="gemini-2.5-pro").invoke("Hi")
ChatGroq(model_name="llama-3.3-70b-versatile").invoke("Hi")
ChatOllama(model="llama3.2", num_predict=20).invoke("Hi")
init_chat_model("anthropic:claude-haiku-4-5", max_tokens=30).invoke("Hi")
init_chat_model("gpt-4o").invoke("Hi")
init_chat_model("llama3", model_provider="together").invoke("Hi")
`,
    sees: [
      { line: 16, call: 'langchain.invoke', provider: 'bedrock', model: 'amazon.nova-lite-v1:0', maxOutput: 99 },
      {
        line: 17,
        call: 'langchain.invoke',
        provider: 'anthropic',
        model: 'claude-sonnet-4-5',
        modelVia: 'parameter',
        maxOutput: 1024,
        input: ['user: {text}'],
      },
      { line: 19, call: 'langchain.stream', provider: 'bedrock', model: 'us.amazon.nova-pro-v1:0' },
      { line: 20, call: 'langchain.invoke', provider: 'google', model: 'gemini-2.5-flash', maxOutput: 50 },
      { line: 21, call: 'langchain.invoke', provider: 'vertex', model: 'gemini-2.5-pro' },
      { line: 22, call: 'langchain.invoke', provider: 'groq', model: 'llama-3.3-70b-versatile' },
      { line: 23, call: 'langchain.invoke', provider: 'local', model: 'llama3.2', maxOutput: 20 },
      { line: 24, call: 'langchain.invoke', provider: 'anthropic', model: 'claude-haiku-4-5', maxOutput: 30 },
      { line: 25, call: 'langchain.invoke', provider: 'openai', model: 'gpt-4o' },
      { line: 26, call: 'langchain.invoke', provider: 'together', model: 'llama3' },
    ],
  },
  {
    lang: 'python',
    code: `
from operator import itemgetter
from langchain_community.vectorstores import FAISS
from langchain_core.language_models import BaseChatModel
from langchain_core.prompts import PromptTemplate
from langchain_core.runnables import RunnableParallel, RunnablePassthrough
from langchain_openai import ChatOpenAI, OpenAIEmbeddings

embeddings = OpenAIEmbeddings(model="text-embedding-3-small")
store = FAISS.from_documents(docs, embeddings)
store.add_texts(["more"])
hits = store.similarity_search("cats", k=4)
retriever = store.as_retriever(search_kwargs={"k": 3})
retriever.invoke("dogs")
vector = embeddings.embed_query("dogs")

prompt = PromptTemplate.from_template("Use {context} for {question}.")
mini = ChatOpenAI(model="gpt-4o-mini")
rag = {"context": retriever | join, "question": RunnablePassthrough()} | prompt | mini
rag.invoke("dogs")
both = RunnableParallel(short=prompt | mini, long={"text": itemgetter("text")} | mini.bind(max_tokens=900))
both.invoke({"text": "…"})

def judge(llm: BaseChatModel, text):
    return llm.invoke(text)
`,
    sees: [
      {
        line: 10,
        call: 'langchain.from_documents',
        provider: 'openai',
        model: 'text-embedding-3-small',
        input: ['{docs}'],
      },
      { line: 11, call: 'langchain.add_texts', model: 'text-embedding-3-small', input: ['more'] },
      { line: 12, call: 'langchain.similarity_search', model: 'text-embedding-3-small' },
      { line: 14, call: 'langchain.as_retriever().invoke', model: 'text-embedding-3-small' },
      { line: 15, call: 'langchain.embed_query', model: 'text-embedding-3-small', input: ['dogs'] },
      { line: 20, call: 'langchain.invoke', model: 'gpt-4o-mini', input: ['Use ', '{context}', ' for ', 'dogs', '.'] },
      { line: 22, call: 'langchain.invoke', provider: 'openai', model: 'gpt-4o-mini' },
      { line: 25, call: 'langchain.invoke', provider: 'unknown', model: null },
    ],
  },
  {
    lang: 'python',
    code: `
from langchain.agents import AgentExecutor, AgentType, create_tool_calling_agent, initialize_agent
from langchain.chains import ConversationalRetrievalChain, GraphCypherQAChain, LLMChain, RetrievalQA
from langchain.chains.combine_documents import create_stuff_documents_chain
from langchain.chains.retrieval import create_retrieval_chain
from langchain.chains.summarize import load_summarize_chain
from langchain.chat_models import ChatOpenAI
from langchain.llms import OpenAI
from langchain.prompts import PromptTemplate

llm = OpenAI(model_name="gpt-3.5-turbo-instruct", temperature=0)
llm("Tell a joke")
chat = ChatOpenAI(model="gpt-4o")
LLMChain(llm=llm, prompt=PromptTemplate(template="Name {it}", input_variables=["it"])).run(it="cat")
RetrievalQA.from_chain_type(llm=chat, retriever=retriever)({"query": "why"})
ConversationalRetrievalChain.from_llm(chat, retriever).invoke({"question": "why"})
create_retrieval_chain(retriever, create_stuff_documents_chain(chat, prompt)).invoke({"input": "why"})
load_summarize_chain(chat, chain_type="map_reduce").run(docs)
executor = AgentExecutor(agent=create_tool_calling_agent(chat, tools, prompt), tools=tools, max_iterations=4)
executor.invoke({"input": "Plan"})
initialize_agent(tools, chat, agent=AgentType.OPENAI_FUNCTIONS).run("Plan")
GraphCypherQAChain.from_llm(cypher_llm=chat, qa_llm=ChatOpenAI(model="gpt-4o-mini"), graph=graph).invoke("why")
GraphCypherQAChain.from_llm(cypher_llm=chat, qa_llm=chat, graph=graph).invoke("why")
`,
    sees: [
      { line: 12, call: 'langchain.()', provider: 'openai', model: 'gpt-3.5-turbo-instruct', input: ['Tell a joke'] },
      { line: 14, call: 'langchain.run', model: 'gpt-3.5-turbo-instruct', input: ['Name ', 'cat'] },
      { line: 15, call: 'langchain.()', model: 'gpt-4o' },
      { line: 16, call: 'langchain.invoke', model: 'gpt-4o' },
      { line: 17, call: 'langchain.invoke', model: 'gpt-4o' },
      { line: 18, call: 'langchain.run', model: 'gpt-4o' },
      { line: 20, call: 'langchain.invoke', model: 'gpt-4o', repeats: ['agent option here 4'] },
      { line: 21, call: 'langchain.run', model: 'gpt-4o', repeats: ['agent option here 15'] },
      { line: 22, call: 'langchain.invoke', provider: 'openai', modelAmong: ['gpt-4o', 'gpt-4o-mini'] },
      { line: 23, call: 'langchain.invoke', model: 'gpt-4o' },
    ],
  },
  {
    lang: 'python',
    code: `
from langchain.agents import create_agent
from langchain.agents.middleware import ModelCallLimitMiddleware
from langchain_anthropic import ChatAnthropic
from langchain_anthropic.middleware import AnthropicPromptCachingMiddleware
from deepagents import create_deep_agent

model = ChatAnthropic(model="claude-sonnet-4-5", max_tokens=2000)
agent = create_agent(
    model,
    tools=[search],
    system_prompt="You plan travel.",
    middleware=[AnthropicPromptCachingMiddleware(ttl="5m"), ModelCallLimitMiddleware(run_limit=6)],
)
agent.invoke({"messages": [{"role": "user", "content": "Rome"}]})
create_agent("gpt-4o-mini", tools=[]).stream({"messages": []})
deep = create_deep_agent(model="openai:gpt-4o", tools=[])
deep.invoke({"messages": []})
`,
    sees: [
      {
        line: 15,
        call: 'langchain.invoke',
        provider: 'anthropic',
        model: 'claude-sonnet-4-5',
        maxOutput: 2000,
        cached: true,
        repeats: ['agent option here 6'],
      },
      { line: 16, call: 'langchain.stream', provider: 'openai', model: 'gpt-4o-mini', cached: false },
      { line: 18, call: 'langchain.invoke', provider: 'openai', model: 'gpt-4o' },
    ],
  },
  {
    lang: 'python',
    code: `
from langchain_cohere import CohereRerank
from langchain_core.runnables import RunnableLambda, RunnableParallel
from langchain_core.tools import tool
from langchain_core.prompts import ChatPromptTemplate
from langchain_core.output_parsers import JsonOutputParser
from langchain_community.retrievers import BM25Retriever, WikipediaRetriever
from langchain_community.tools import DuckDuckGoSearchRun
from langchain_openai import ChatOpenAI

@tool
def lookup(name: str):
    "Looks it up."

lookup.invoke({"name": "x"})
DuckDuckGoSearchRun().invoke("cats")
ChatPromptTemplate.from_template("Hi {name}").invoke({"name": "x"})
JsonOutputParser().invoke("{}")
BM25Retriever.from_texts(["a"]).invoke("a")
WikipediaRetriever().invoke("a")
RunnableLambda(len).invoke("abc")
RunnableParallel(a=RunnableLambda(len), b=lookup).invoke("abc")
(RunnableLambda(len) | str).invoke("abc")
llm = ChatOpenAI(model="gpt-4o")
llm.get_num_tokens("text")
bound = llm.bind_tools([lookup])
chain = ChatPromptTemplate.from_template("Hi {name}") | llm
reply = bound_elsewhere.invoke("x")
`,
    sees: [],
  },
  {
    lang: 'python',
    code: `
from langchain_openai import OpenAIEmbeddings
from langchain_pinecone import PineconeVectorStore
from pinecone import Pinecone
index = Pinecone(api_key="k").Index("notes")
store = PineconeVectorStore(index=index, embedding=OpenAIEmbeddings(model="text-embedding-3-small"))
store.similarity_search("bees", k=5)
`,
    sees: [{ line: 7, call: 'langchain.similarity_search', provider: 'openai', model: 'text-embedding-3-small' }],
  },
  {
    // A class that extends a model: what makes it, and what asks the class below.
    lang: 'python',
    code: `
from langchain_openai import ChatOpenAI
class Plain(ChatOpenAI):
    def invoke(self, input, config=None, **kwargs):
        return flatten(super().invoke(input, config, **kwargs))
class Small(ChatOpenAI):
    def __init__(self, **kwargs):
        super().__init__(model="gpt-4o-mini", max_tokens=200, **kwargs)
plain = Plain(model="gpt-4o")
plain.invoke("Hi")
plain.stream("Hi")
Small().invoke("Hi")
`,
    sees: [
      { line: 5, call: 'langchain.invoke', model: 'gpt-4o' },
      { line: 11, call: 'langchain.stream', model: 'gpt-4o' },
      { line: 12, call: 'langchain.invoke', model: 'gpt-4o-mini', maxOutput: 200 },
    ],
  },
]
