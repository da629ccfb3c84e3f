// Calls in Python that are billed by the token.
import type { DollarExample } from './example.ts'

export const python: readonly DollarExample[] = [
  {
    name: 'two messages',
    file: 'ask.py',
    code: `from openai import OpenAI
client = OpenAI()
answer = client.chat.completions.create(
    model="gpt-4o",
    max_tokens=100,
    messages=[
        {"role": "system", "content": "You are a patient teacher of geography."},
        {"role": "user", "content": "Which rivers flow through Vienna, and where do they end?"},
    ],
)
`,
    input: 31,
    counted: 'text 8 + 12; frames 2 × 4 + 3',
    output: 100,
    usd: 0.0010775,
    working: '31 × $2.5/M + 100 × $10/M',
  },
  {
    name: 'constants and a template',
    file: 'notes.py',
    code: `from openai import OpenAI
CITY = "Lisbon"
STYLE = "in short, plain sentences"
MODEL = "gpt-4o-mini"
client = OpenAI()
def plan():
    return client.chat.completions.create(
        model=MODEL,
        max_completion_tokens=150,
        messages=[{"role": "user", "content": f"Plan a walk of two hours through {CITY}. Write {STYLE}."}],
    )
`,
    input: 23,
    counted: 'text 16; frames 1 × 4 + 3',
    output: 150,
    usd: 0.00009345,
    working: '23 × $0.15/M + 150 × $0.6/M',
  },
  {
    name: 'no limit: the mean answer is taken',
    file: 'plain.py',
    code: `from openai import OpenAI
OpenAI().chat.completions.create(
    model="gpt-4.1", messages=[{"role": "user", "content": "Explain what a hash table is, and when it is slow."}]
)
`,
    input: 20,
    counted: 'text 13; frames 1 × 4 + 3',
    output: 215,
    usd: 0.00176,
    working: '20 × $2/M + 215 × $8/M',
  },
  {
    name: 'a long system prompt',
    file: 'shop.py',
    code: `import textwrap
from openai import OpenAI
SYSTEM = textwrap.dedent("""
You answer questions of customers of a shop that sells bicycles.
Answer in at most three sentences. Name the page of the handbook you used.
If the handbook does not answer the question, say that you do not know and offer to ask a mechanic.
Never promise a date of delivery, and never give a discount.
""").strip()
OpenAI().chat.completions.create(
    model="gpt-4.1-mini",
    max_completion_tokens=200,
    messages=[{"role": "developer", "content": SYSTEM}, {"role": "user", "content": "Do you repair gears?"}],
)
`,
    input: 79,
    counted: 'text 63 + 5; frames 2 × 4 + 3',
    output: 200,
    usd: 0.0003516,
    working: '79 × $0.4/M + 200 × $1.6/M',
  },
  {
    name: 'a tool: the example of the OpenAI cookbook, which counts 101',
    file: 'tool.py',
    code: `from openai import OpenAI
TOOLS = [
    {
        "type": "function",
        "function": {
            "name": "get_current_weather",
            "description": "Get the current weather in a given location",
            "parameters": {
                "type": "object",
                "properties": {
                    "location": {
                        "type": "string",
                        "description": "The city and state, e.g. San Francisco, CA",
                    },
                    "unit": {
                        "type": "string",
                        "description": "The unit of temperature to return",
                        "enum": ["celsius", "fahrenheit"],
                    },
                },
                "required": ["location"],
            },
        },
    }
]
OpenAI().chat.completions.create(
    model="gpt-4o",
    max_tokens=100,
    tools=TOOLS,
    messages=[
        {"role": "system", "content": "You are a helpful assistant that can answer to questions about the weather."},
        {"role": "user", "content": "What's the weather like in San Francisco?"},
    ],
)
`,
    input: 101,
    counted: 'text 14 + 8; frames 2 × 4 + 3; tools 68',
    output: 100,
    usd: 0.0012525,
    working: '101 × $2.5/M + 100 × $10/M',
  },
  {
    name: 'named messages: the example of the OpenAI cookbook, which counts 124',
    file: 'jargon.py',
    code: `from openai import OpenAI
messages = [
    {
        "role": "system",
        "content": "You are a helpful, pattern-following assistant that translates corporate jargon into plain English.",
    },
    {"role": "system", "name": "example_user", "content": "New synergies will help drive top-line growth."},
    {
        "role": "system",
        "name": "example_assistant",
        "content": "Things working well together will increase revenue.",
    },
    {
        "role": "system",
        "name": "example_user",
        "content": "Let's circle back when we have more bandwidth to touch base on opportunities for increased leverage.",
    },
    {
        "role": "system",
        "name": "example_assistant",
        "content": "Let's talk later when we're less busy about how to do better.",
    },
    {
        "role": "user",
        "content": "This late pivot means we don't have time to boil the ocean for the client deliverable.",
    },
]
OpenAI().chat.completions.create(model="gpt-4o-mini", messages=messages, max_tokens=60)
`,
    input: 124,
    counted: 'text 17 + 10 + 3 + 8 + 4 + 17 + 3 + 13 + 4 + 18; frames 6 × 4 + 3',
    output: 60,
    usd: 0.0000546,
    working: '124 × $0.15/M + 60 × $0.6/M',
  },
  {
    name: 'examples built in a loop',
    file: 'shots.py',
    code: `from openai import OpenAI
EXAMPLES = [
    ("The food was cold and nobody cared.", "negative"),
    ("We will come back with our friends!", "positive"),
    ("It is open until ten.", "neutral"),
]
messages = [{"role": "system", "content": "Say whether a review is positive, negative or neutral. Answer with one word."}]
for review, label in EXAMPLES:
    messages.append({"role": "user", "content": f"Review: {review}"})
    messages.append({"role": "assistant", "content": label})
messages.append({"role": "user", "content": "Review: The waiter was kind, the soup was not."})
OpenAI().chat.completions.create(model="gpt-4o-mini", messages=messages, max_tokens=3)
`,
    input: 94,
    counted: 'text 16 + 10 + 1 + 10 + 1 + 8 + 1 + 12; frames 8 × 4 + 3',
    output: 3,
    usd: 0.0000159,
    working: '94 × $0.15/M + 3 × $0.6/M',
  },
  {
    name: 'examples from a comprehension',
    file: 'numbers.py',
    code: `from openai import OpenAI
CASES = ["twelve", "forty-one", "nine hundred"]
history = [{"role": "system", "content": "Write each number in digits."}]
OpenAI().chat.completions.create(
    model="gpt-4.1-nano", max_tokens=40, messages=history + [{"role": "user", "content": case} for case in CASES]
)
`,
    input: 32,
    counted: 'text 6 + 2 + 3 + 2; frames 4 × 4 + 3',
    output: 40,
    usd: 0.0000192,
    working: '32 × $0.1/M + 40 × $0.4/M',
  },
  {
    name: 'three answers to one question',
    file: 'names.py',
    code: `from openai import OpenAI
OpenAI().chat.completions.create(
    model="gpt-4o", n=3, max_tokens=30, messages=[{"role": "user", "content": "Invent a name for a shop that sells maps."}]
)
`,
    input: 17,
    counted: 'text 10; frames 1 × 4 + 3',
    output: 90,
    usd: 0.0009425,
    working: '17 × $2.5/M + 90 × $10/M',
  },
  {
    name: 'the responses API',
    file: 'respond.py',
    code: `from openai import OpenAI
OpenAI().responses.create(
    model="gpt-5-mini",
    instructions="You write for children of eight years. Use no word they do not know.",
    input="Why is the sky blue, and why is it red in the evening?",
    max_output_tokens=200,
)
`,
    input: 42,
    counted: 'text 16 + 15; frames 2 × 4 + 3',
    output: 200,
    usd: 0.0004105,
    working: '42 × $0.25/M + 200 × $2/M',
  },
]
