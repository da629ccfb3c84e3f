import type { RuleExample } from '../../../core/rule.ts'

const evaluation = (split: string, loop = 'for row in tqdm(rows):', body = '') => `from datasets import load_dataset
from openai import OpenAI
from tqdm import tqdm

client = OpenAI()
rows = load_dataset("openai/gsm8k", "main", split=${split})

${loop}
    answer = client.chat.completions.create(
        model="gpt-4o",
        max_tokens=200,
        messages=[{"role": "user", "content": "Is seven a prime number?"}],
    )
${body}    print(answer, row)
`

export const fullDataEvaluationExamples: readonly RuleExample[] = [
  {
    name: 'every row of the test split',
    lang: 'python',
    code: evaluation('"test"'),
    finds: [
      {
        line: 6,
        message:
          'Every row of “test” is asked of the model. 1,000 rows are $0.033–2.04; a slice, test[:200], costs $0.0065–0.41 while you try things out.',
        fixed: `from datasets import load_dataset
from openai import OpenAI
from tqdm import tqdm

client = OpenAI()
rows = load_dataset("openai/gsm8k", "main", split="test[:200]")

for row in tqdm(rows):
    answer = client.chat.completions.create(
        model="gpt-4o",
        max_tokens=200,
        messages=[{"role": "user", "content": "Is seven a prime number?"}],
    )
    print(answer, row)
`,
      },
    ],
  },
  {
    name: 'by a function that is called for each',
    lang: 'python',
    code: `import anthropic
from datasets import load_dataset

client = anthropic.Anthropic()

def ask(question):
    return client.messages.create(
        model="claude-sonnet-4-5", max_tokens=300, messages=[{"role": "user", "content": question}]
    )

for i, row in enumerate(load_dataset("rajpurkar/squad", split='validation')):
    print(i, ask(row["question"]))
`,
    finds: [
      {
        line: 11,
        message:
          'Every row of “validation” is asked of the model. 1,000 rows are $0.015–4.50 at least; a slice, validation[:200], costs $0.003–0.90 while you try things out.',
        fixed: `import anthropic
from datasets import load_dataset

client = anthropic.Anthropic()

def ask(question):
    return client.messages.create(
        model="claude-sonnet-4-5", max_tokens=300, messages=[{"role": "user", "content": question}]
    )

for i, row in enumerate(load_dataset("rajpurkar/squad", split='validation[:200]')):
    print(i, ask(row["question"]))
`,
      },
    ],
  },
  { name: 'a slice of it', lang: 'python', code: evaluation('"test[:100]"'), finds: [] },
  { name: 'training data', lang: 'python', code: evaluation('"train"'), finds: [] },
  {
    name: 'a loop that somebody ends',
    lang: 'python',
    code: evaluation('"test"', 'for i, row in enumerate(rows):', '    if i > 50:\n        break\n'),
    finds: [],
  },
  {
    name: 'some of the rows',
    lang: 'python',
    code: evaluation('"test"', 'for row in rows.select(range(100)):'),
    finds: [],
  },
  {
    name: 'each function has rows of its own, one of them by its name in the whole',
    lang: 'python',
    code: `from datasets import load_dataset
from openai import OpenAI

client = OpenAI()


def ask(question):
    return client.chat.completions.create(
        model="gpt-4o", max_tokens=200, messages=[{"role": "user", "content": question}]
    )


def whole():
    rows = load_dataset("openai/gsm8k", "main")["test"]
    return [ask(row["question"]) for row in rows]


def some():
    rows = load_dataset("openai/gsm8k", "main", split="test").select(range(200))
    return [ask(row["question"]) for row in rows]


def named():
    data = load_dataset("openai/gsm8k", "main")
    for row in data["train"]:
        print(row)
    return [len(row["question"]) for row in data["test"]]
`,
    finds: [
      {
        line: 14,
        message:
          'Every row of “test” is asked of the model. 1,000 rows are $0.01–2.00 at least; a slice, test[:200], costs $0.002–0.40 while you try things out.',
        fixed: `from datasets import load_dataset
from openai import OpenAI

client = OpenAI()


def ask(question):
    return client.chat.completions.create(
        model="gpt-4o", max_tokens=200, messages=[{"role": "user", "content": question}]
    )


def whole():
    rows = load_dataset("openai/gsm8k", "main", split="test[:200]")
    return [ask(row["question"]) for row in rows]


def some():
    rows = load_dataset("openai/gsm8k", "main", split="test").select(range(200))
    return [ask(row["question"]) for row in rows]


def named():
    data = load_dataset("openai/gsm8k", "main")
    for row in data["train"]:
        print(row)
    return [len(row["question"]) for row in data["test"]]
`,
      },
    ],
  },
  {
    name: 'each row by a function handed to the data set, but not where that is given many rows at once',
    lang: 'python',
    code: `from datasets import load_dataset
from openai import OpenAI

client = OpenAI()


def ask(row):
    return client.chat.completions.create(
        model="gpt-4o", max_tokens=200, messages=[{"role": "user", "content": str(row)}]
    )


def ask_together(rows):
    return client.chat.completions.create(
        model="gpt-4o", max_tokens=200, messages=[{"role": "user", "content": str(rows)}]
    )


validation = load_dataset("openai/gsm8k", "main", split="validation")
one_by_one = validation.map(lambda row: ask(row))
together = load_dataset("openai/gsm8k", "main", split="test").map(lambda rows: ask_together(rows), batched=True)
`,
    finds: [
      {
        line: 19,
        message:
          'Every row of “validation” is asked of the model. 1,000 rows are $0.01–2.00 at least; a slice, validation[:200], costs $0.002–0.40 while you try things out.',
        fixed: `from datasets import load_dataset
from openai import OpenAI

client = OpenAI()


def ask(row):
    return client.chat.completions.create(
        model="gpt-4o", max_tokens=200, messages=[{"role": "user", "content": str(row)}]
    )


def ask_together(rows):
    return client.chat.completions.create(
        model="gpt-4o", max_tokens=200, messages=[{"role": "user", "content": str(rows)}]
    )


validation = load_dataset("openai/gsm8k", "main", split="validation[:200]")
one_by_one = validation.map(lambda row: ask(row))
together = load_dataset("openai/gsm8k", "main", split="test").map(lambda rows: ask_together(rows), batched=True)
`,
      },
    ],
  },
]
