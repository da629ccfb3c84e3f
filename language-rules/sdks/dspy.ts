// https://dspy.ai/api/, https://github.com/stanfordnlp/dspy/blob/main/dspy/predict/predict.py
import type { Sdk, SdkExample } from '../../core/sdk.ts'

// The model all modules use that were given none: https://dspy.ai/learn/programming/language_models/
const ambient = [
  ...['dspy.configure(lm)', 'dspy.settings.configure(lm)'],
  ...['with dspy.context(lm)', 'with dspy.settings.context(lm)'],
]
const asynchronous = ['acall', 'aforward']

// What a module is made with is sent with every call of it: the signature says what to do with which fields.
const module = {
  kind: 'module',
  input: ['signature', '[0]'],
  model: 'lm',
  ambient,
  maxOutput: 'max_tokens',
  n: 'n',
} as const

const optimizers = [
  'AvatarOptimizer',
  'BetterTogether',
  'BootstrapFewShot',
  'BootstrapFewShotWithOptuna',
  'BootstrapFewShotWithRandomSearch',
  'BootstrapRS',
  'COPRO',
  'GEPA',
  'InferRules',
  'MIPROv2',
  'SIMBA',
]

const from = (modules: readonly string[], names: readonly string[]) =>
  modules.flatMap((path) => names.map((name) => `${path}.${name}`))
const predict = (...names: readonly string[]) => from(['dspy', 'dspy.predict'], names)

export const sdk: Sdk = {
  id: 'dspy',
  words: ['import dspy', 'from dspy', ', dspy'],
  clients: [
    {
      python: ['dspy.LM', 'dspy.clients.LM', 'dspy.clients.lm.LM'],
      kind: 'lm',
      provider: 'litellm',
      baseUrl: ['api_base', 'base_url'],
      model: ['model', '[0]'],
      id: 'provider/model',
      maxOutput: ['max_tokens', 'max_completion_tokens', '[3]'],
      n: 'n',
      reasoning: 'reasoning_effort',
      repeats: { num_retries: 'retry' },
    },
    // Until 2.5 each seller had a class: https://github.com/stanfordnlp/dspy/blob/2.4.13/dspy/__init__.py
    {
      python: 'dspy.OpenAI',
      kind: 'lm',
      provider: 'openai',
      baseUrl: 'api_base',
      model: ['model', '[0]'],
      maxOutput: 'max_tokens',
    },
    {
      python: 'dspy.AzureOpenAI',
      kind: 'lm',
      provider: 'azure-openai',
      model: ['model', 'deployment_id'],
      maxOutput: 'max_tokens',
    },
    { python: 'dspy.Claude', kind: 'lm', provider: 'anthropic', model: ['model', '[0]'], maxOutput: 'max_tokens' },
    { python: 'dspy.Google', kind: 'lm', provider: 'google', model: ['model', '[0]'], maxOutput: 'max_output_tokens' },
    {
      python: 'dspy.GoogleVertexAI',
      kind: 'lm',
      provider: 'vertex',
      model: ['model', '[0]'],
      maxOutput: 'max_output_tokens',
    },
    { python: 'dspy.GROQ', kind: 'lm', provider: 'groq', model: ['model', '[1]'], maxOutput: 'max_tokens' },
    { python: 'dspy.Mistral', kind: 'lm', provider: 'mistral', model: ['model', '[0]'], maxOutput: 'max_tokens' },
    { python: 'dspy.Cohere', kind: 'lm', provider: 'cohere', model: ['model', '[0]'], maxOutput: 'max_tokens' },
    { python: 'dspy.Together', kind: 'lm', provider: 'together', model: ['model', '[0]'], maxOutput: 'max_tokens' },
    {
      python: ['dspy.OllamaLocal', 'dspy.HFModel', 'dspy.HFClientTGI', 'dspy.HFClientVLLM'],
      kind: 'lm',
      provider: 'local',
      model: ['model', '[0]'],
    },
    {
      python: predict('Predict', 'ChainOfThought', 'ChainOfThoughtWithHint', 'MultiChainComparison', 'Flex'),
      ...module,
    },
    {
      python: predict('ReAct', 'ReActV2', 'RLM'),
      ...module,
      repeats: { 'max_iters|[2]': { kind: 'agent', default: 20 } },
    },
    { python: predict('ProgramOfThought'), ...module, repeats: { 'max_iters|[1]': { kind: 'retry', default: 3 } } },
    { python: predict('CodeAct'), ...module, repeats: { max_iters: { kind: 'agent', default: 5 } } },
    // Asks a module up to N times, until an answer is good enough.
    {
      python: predict('BestOfN', 'Refine'),
      kind: 'module',
      of: ['module', '[0]'],
      ambient,
      repeats: { 'N|[1]': 'retry' },
    },
    {
      python: ['dspy.Embedder', 'dspy.clients.Embedder'],
      kind: 'embedder',
      given: { 'model|[0]': /./ },
      provider: 'litellm',
      model: ['model', '[0]'],
      id: 'provider/model',
    },
    { python: from(['dspy', 'dspy.teleprompt'], optimizers), kind: 'optimizer', of: ['task_model', 'prompt_model'] },
    { python: from(['dspy', 'dspy.teleprompt'], ['BootstrapFinetune']), kind: 'tuner' },
    {
      python: ['dspy.Evaluate', 'dspy.evaluate.Evaluate', 'dspy.evaluate.evaluate.Evaluate'],
      kind: 'evaluate',
      repeats: { 'devset|[0]': 'data' },
    },
  ],
  calls: [
    ...['()', ...asynchronous, 'forward'].map(
      (path) =>
        ({
          path,
          api: 'chat',
          on: 'lm',
          maxOutput: 'max_tokens',
          n: 'n',
          input: ['prompt', '[0]', 'messages'],
        }) as const,
    ),
    ...['()', ...asynchronous].map(
      (path) =>
        ({
          path,
          api: 'chat',
          on: 'module',
          model: 'lm',
          maxOutput: 'config.max_tokens',
          n: 'config.n',
          input: [],
        }) as const,
    ),
    {
      path: 'batch',
      api: 'chat',
      on: 'module',
      input: ['examples', '[0]'],
      repeats: { 'examples|[0]': 'data' },
    },
    { path: '()', api: 'embed', on: 'embedder', input: ['inputs', '[0]'] },
    { path: 'acall', api: 'embed', on: 'embedder', input: ['inputs', '[0]'] },
    // Runs the program on every example, over and over.
    { path: 'compile', api: 'chat', on: 'optimizer', ambient, input: [], repeats: { trainset: 'data' } },
    { path: 'compile', api: 'fine-tune', on: 'tuner', ambient, input: [] },
    { path: '()', api: 'chat', on: 'evaluate', ambient, input: [], repeats: { devset: 'data' } },
  ],
  free: ['inspect_history', 'save', 'load', 'named_predictors', 'set_lm', 'dump_state'],
  transparent: ['copy()', 'deepcopy()', 'reset_copy()'],
}

export const examples: readonly SdkExample[] = [
  {
    // A list of modules that a comprehension makes: one is like the other.
    lang: 'python',
    code: `
import dspy
dspy.configure(lm=dspy.LM("openai/gpt-4o-mini", max_tokens=50))
class Rounds(dspy.Module):
    def __init__(self, rounds):
        self.ways = [dspy.ChainOfThought("question -> answer") for _ in range(rounds)]
    def forward(self, question):
        for at, way in enumerate(self.ways):
            way(question=question)
        for at in range(len(self.ways)):
            self.ways[at](question=question)
        return self.ways[-1](question=question)
`,
    sees: [
      { line: 9, call: 'dspy.()', provider: 'openai', model: 'gpt-4o-mini', repeats: ['data loop here'] },
      { line: 11, call: 'dspy.()', model: 'gpt-4o-mini', maxOutput: 50, repeats: ['data loop here'] },
      { line: 12, call: 'dspy.()', model: 'gpt-4o-mini', repeats: [] },
    ],
  },
  {
    lang: 'python',
    code: `
import dspy
lm = dspy.LM("openai/gpt-4o-mini", max_tokens=500)
dspy.configure(lm=lm)
qa = dspy.ChainOfThought("question -> answer")
def ask(question):
    return qa(question=question).answer
`,
    sees: [
      {
        line: 7,
        call: 'dspy.()',
        provider: 'openai',
        model: 'gpt-4o-mini',
        maxOutput: 500,
        repeats: [],
        input: ['question -> answer'],
      },
    ],
  },
  {
    lang: 'python',
    code: `
import dspy
dspy.settings.configure(lm=dspy.LM(model="anthropic/claude-haiku-4-5"))
class Outline(dspy.Signature):
    topic = dspy.InputField()
class Writer(dspy.Module):
    def __init__(self):
        self.outline = dspy.Predict(Outline, n=3)
        self.search = dspy.ReAct("topic -> facts", tools=[look_up], max_iters=6)
    def forward(self, topics):
        facts = [self.search(topic=topic) for topic in topics]
        return self.outline(topic=topics[0], config={"max_tokens": 40})
writer = Writer()
writer(topics=["a", "b"])
`,
    sees: [
      {
        line: 11,
        call: 'dspy.()',
        provider: 'anthropic',
        model: 'claude-haiku-4-5',
        repeats: ['data comprehension here', 'agent option here 6'],
      },
      { line: 12, call: 'dspy.()', model: 'claude-haiku-4-5', n: 3, maxOutput: 40 },
    ],
  },
  {
    lang: 'python',
    code: `
import dspy
from dspy.teleprompt import BootstrapFewShot
small, large = dspy.LM("groq/llama-3.1-8b-instant"), dspy.LM("openai/o3")
solve = dspy.ProgramOfThought("question -> answer")
act = dspy.predict.CodeAct("q -> a", tools=[])
with dspy.context(lm=large):
    solve(question="1 + 1")
async def several(questions):
    await act.acall(q="a")
    await solve.aforward(question="2")
    dspy.BestOfN(module=solve, N=3, reward_fn=good, threshold=1.0)(question="b")
    solve.batch(questions)
    return small("Hi"), await small.acall(messages=[]), await small.aforward("Hi"), small.forward("Hi")
embed = dspy.Embedder("openai/text-embedding-3-small", batch_size=100)
embed(["a", "b"])
async def vectors(texts):
    return await embed.acall(texts)
tuned = BootstrapFewShot(metric=good).compile(solve, trainset=examples)
dspy.BootstrapFinetune(metric=good).compile(solve, trainset=examples)
dspy.Evaluate(devset=examples, metric=good)(solve)
`,
    sees: [
      {
        line: 8,
        call: 'dspy.()',
        provider: 'openai',
        model: 'o3',
        repeats: ['retry option here 3'],
      },
      { line: 10, call: 'dspy.acall', repeats: ['agent option here 5'] },
      { line: 11, call: 'dspy.aforward' },
      { line: 12, call: 'dspy.()', model: 'o3', repeats: ['retry option here 3', 'retry option here 3'] },
      { line: 13, call: 'dspy.batch', repeats: ['data option here', 'retry option here 3'] },
      { line: 14, call: 'dspy.()', provider: 'groq', model: 'llama-3.1-8b-instant', input: ['Hi'] },
      { line: 14, call: 'dspy.acall', provider: 'groq', model: 'llama-3.1-8b-instant' },
      { line: 14, call: 'dspy.aforward', provider: 'groq', model: 'llama-3.1-8b-instant' },
      { line: 14, call: 'dspy.forward', provider: 'groq', model: 'llama-3.1-8b-instant' },
      { line: 16, call: 'dspy.()', provider: 'openai', model: 'text-embedding-3-small', input: ['a', 'b'] },
      { line: 18, call: 'dspy.acall', model: 'text-embedding-3-small' },
      { line: 19, call: 'dspy.compile', model: 'o3', repeats: ['data option here'] },
      { line: 20, call: 'dspy.compile', model: 'o3' },
      { line: 21, call: 'dspy.()', model: 'o3', repeats: ['data option here'] },
    ],
  },
  {
    lang: 'python',
    code: `
import dspy
turbo = dspy.OpenAI(model="gpt-3.5-turbo", max_tokens=250)
dspy.settings.configure(lm=turbo, rm=rm)
answer = dspy.Predict("question -> answer")
answer(question="Why?")
answer(question="Why?", lm=dspy.LM("ollama_chat/llama3", api_base="http://localhost:11434"))
`,
    sees: [
      { line: 6, call: 'dspy.()', provider: 'openai', model: 'gpt-3.5-turbo', maxOutput: 250 },
      { line: 7, call: 'dspy.()', provider: 'local', model: 'llama3' },
    ],
  },
  {
    lang: 'python',
    code: `
import dspy
from sentence_transformers import SentenceTransformer
lm = dspy.LM("openai/gpt-4o-mini")
dspy.configure(lm=lm)
lm.inspect_history(n=1)
here = dspy.Embedder(SentenceTransformer("all-MiniLM-L6-v2").encode)
here(["a"])
class Program(dspy.Module):
    def forward(self, question):
        return dspy.Prediction(answer=question)
program = Program()
program(question="Why?")
program.save("p.json")
dspy.LabeledFewShot(k=8).compile(program, trainset=examples)
example = dspy.Example(question="a").with_inputs("question")
`,
    sees: [],
  },
  {
    lang: 'python',
    code: `
import dspy
small = dspy.LM("openai/gpt-4o-mini")
large = dspy.LM("openai/gpt-4o")
dspy.configure(lm=small)
class Answer(dspy.Module):
    def __init__(self):
        self.draft = dspy.Predict("question -> draft")
        self.check = dspy.ChainOfThought("draft -> answer")
    def forward(self, question):
        draft = self.draft(question=question)
        with dspy.context(lm=large):
            return self.check(draft=draft)
`,
    sees: [
      { line: 11, call: 'dspy.()', model: 'gpt-4o-mini' },
      { line: 13, call: 'dspy.()', model: 'gpt-4o' },
    ],
  },
]
