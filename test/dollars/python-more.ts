// More calls in Python that are billed by the token.
import type { DollarExample } from './example.ts'

export const pythonMore: readonly DollarExample[] = [
  {
    name: 'the flex tier',
    file: 'flex.py',
    code: `from openai import OpenAI
OpenAI().responses.create(
    model="o4-mini",
    service_tier="flex",
    input="List the prime numbers between 100 and 150.",
    max_output_tokens=120,
)
`,
    input: 18,
    counted: 'text 11; frames 1 × 4 + 3',
    output: 120,
    usd: 0.0002739,
    working: '18 × $0.55/M + 120 × $2.2/M',
  },
  {
    name: 'Azure',
    file: 'azure.py',
    code: `import os
from openai import AzureOpenAI
client = AzureOpenAI(azure_endpoint=os.environ["ENDPOINT"], api_version="2024-10-21")
client.chat.completions.create(
    model="gpt-4o",
    max_tokens=64,
    messages=[
        {"role": "system", "content": "Answer as a librarian would."},
        {"role": "user", "content": "Where do I find books about bees?"},
    ],
)
`,
    input: 25,
    counted: 'text 6 + 8; frames 2 × 4 + 3',
    output: 64,
    usd: 0.0007025,
    working: '25 × $2.5/M + 64 × $10/M',
  },
  {
    name: 'an open model at Groq',
    file: 'groq.py',
    code: `from openai import OpenAI
client = OpenAI(base_url="https://api.groq.com/openai/v1", api_key="…")
client.chat.completions.create(
    model="openai/gpt-oss-120b",
    max_tokens=128,
    messages=[
        {"role": "system", "content": "You sort letters to a city council by department."},
        {"role": "user", "content": "The lamp in front of our house has been dark for three weeks."},
    ],
)
`,
    input: 35,
    counted: 'text 10 + 14; frames 2 × 4 + 3',
    output: 128,
    usd: 0.00008205,
    working: '35 × $0.15/M + 128 × $0.6/M',
  },
  {
    name: 'options in a dictionary',
    file: 'options.py',
    code: `from openai import OpenAI
OPTIONS = {"model": "gpt-4o-mini", "max_tokens": 75, "temperature": 0}
PROMPT = "Correct the spelling of this sentence: " + "Wen does teh trane leve?"
OpenAI().chat.completions.create(messages=[{"role": "user", "content": PROMPT}], **OPTIONS)
`,
    input: 21,
    counted: 'text 14; frames 1 × 4 + 3',
    output: 75,
    usd: 0.00004815,
    working: '21 × $0.15/M + 75 × $0.6/M',
  },
  {
    name: 'an older model with the older encoding',
    file: 'older.py',
    code: `from openai import OpenAI
OpenAI().chat.completions.create(
    model="gpt-3.5-turbo",
    max_tokens=50,
    messages=[
        {"role": "system", "content": "Você é um assistente que responde em português."},
        {"role": "user", "content": "Qual é a capital da Austrália, e por que não é Sydney?"},
    ],
)
`,
    input: 41,
    counted: 'text 13 + 17; frames 2 × 4 + 3',
    output: 50,
    usd: 0.0000955,
    working: '41 × $0.5/M + 50 × $1.5/M',
  },
  {
    name: 'German',
    file: 'german.py',
    code: `from openai import OpenAI
OpenAI().chat.completions.create(
    model="gpt-4o",
    max_tokens=150,
    messages=[
        {"role": "system", "content": "Beantworte Fragen zum Mietrecht knapp, sachlich und mit der Nummer des Paragrafen."},
        {"role": "user", "content": "Darf der Vermieter die Wohnung ohne Ankündigung betreten?"},
    ],
)
`,
    input: 47,
    counted: 'text 22 + 14; frames 2 × 4 + 3',
    output: 150,
    usd: 0.0016175,
    working: '47 × $2.5/M + 150 × $10/M',
  },
  {
    name: 'LangChain',
    file: 'chain.py',
    code: `from langchain_openai import ChatOpenAI
llm = ChatOpenAI(model="gpt-4o-mini", max_tokens=110)
llm.invoke([
    ("system", "You explain paintings to people who cannot see them."),
    ("human", "Describe The Night Watch by Rembrandt."),
])
`,
    input: 29,
    counted: 'text 10 + 8; frames 2 × 4 + 3',
    output: 110,
    usd: 0.00007035,
    working: '29 × $0.15/M + 110 × $0.6/M',
  },
  {
    name: 'LiteLLM',
    file: 'lite.py',
    code: `import litellm
litellm.completion(
    model="gpt-4o-mini",
    max_tokens=33,
    messages=[{"role": "user", "content": "Which metal melts first: lead, tin or zinc?"}],
)
`,
    input: 18,
    counted: 'text 11; frames 1 × 4 + 3',
    output: 33,
    usd: 0.0000225,
    working: '18 × $0.15/M + 33 × $0.6/M',
  },
  {
    name: 'a history that is added to before the call',
    file: 'history.py',
    code: `from openai import OpenAI
history = [{"role": "system", "content": "You are a guide in a museum of clocks."}]
history.append({"role": "user", "content": "How old is the oldest clock here?"})
history.append({"role": "assistant", "content": "It was made in 1386."})
history.append({"role": "user", "content": "Does it still run?"})
OpenAI().chat.completions.create(model="gpt-4.1-mini", messages=history, max_tokens=45)
`,
    input: 50,
    counted: 'text 10 + 8 + 8 + 5; frames 4 × 4 + 3',
    output: 45,
    usd: 0.000092,
    working: '50 × $0.4/M + 45 × $1.6/M',
  },
  {
    name: 'templates that are filled',
    file: 'filled.py',
    code: `from openai import OpenAI
TEMPLATE = "Write a letter to {name} about {topic}."
TONE = "The tone is %s." % "friendly"
OpenAI().chat.completions.create(
    model="gpt-4o",
    max_tokens=180,
    messages=[
        {"role": "system", "content": TONE},
        {"role": "user", "content": TEMPLATE.format(name="Mrs Okafor", topic="the broken lift")},
    ],
)
`,
    input: 29,
    counted: 'text 5 + 13; frames 2 × 4 + 3',
    output: 180,
    usd: 0.0018725,
    working: '29 × $2.5/M + 180 × $10/M',
  },
  {
    name: 'a prompt without messages',
    file: 'complete.py',
    code: `from openai import OpenAI
OpenAI().completions.create(
    model="gpt-3.5-turbo-instruct", prompt="The three primary colours of light are", max_tokens=16
)
`,
    input: 7,
    counted: 'text 7',
    output: 16,
    usd: 0.0000425,
    working: '7 × $1.5/M + 16 × $2/M',
  },
  {
    name: 'one text to embed',
    file: 'embed.py',
    code: `from openai import OpenAI
OpenAI().embeddings.create(model="text-embedding-3-small", input="A lighthouse keeper finds a letter in a bottle.")
`,
    input: 11,
    counted: 'text 11',
    usd: 2.2e-7,
    working: '11 × $0.02/M',
  },
  {
    name: 'a list to embed',
    file: 'embed-list.py',
    code: `from openai import OpenAI
QUERIES = ["opening hours", "how to return a parcel", "lost property on the train"]
OpenAI().embeddings.create(model="text-embedding-3-large", input=QUERIES)
`,
    input: 12,
    counted: 'text 2 + 5 + 5',
    usd: 0.00000156,
    working: '12 × $0.13/M',
  },
  {
    name: 'a history that grows for at most five turns',
    file: 'turns.py',
    code: `from openai import OpenAI
client = OpenAI()
messages = [{"role": "user", "content": "Is this letter a complaint? Answer yes or no."}]
for turn in range(5):
    reply = client.chat.completions.create(model="gpt-4o", max_tokens=100, messages=messages)
    messages.append({"role": "assistant", "content": reply.choices[0].message.content})
    messages.append({"role": "user", "content": "Go on."})
`,
    input: 129,
    counted:
      'text 11; frames 4 + 3; each turn adds an answer of 100 + 4 and 3 + 4; if it may end after any of 5 turns it likely has 3, and one turn before the average call',
    output: 100,
    usd: 0.0013225,
    working: '129 × $2.5/M + 100 × $10/M',
  },
  {
    name: 'a picture that is looked at coarsely',
    file: 'sign.py',
    code: `from openai import OpenAI
def read(url):
    return OpenAI().chat.completions.create(
        model="gpt-4o",
        max_tokens=50,
        messages=[
            {
                "role": "user",
                "content": [
                    {"type": "text", "text": "What does this sign say?"},
                    {"type": "image_url", "image_url": {"url": url, "detail": "low"}},
                ],
            }
        ],
    )
`,
    input: 98,
    counted: 'text 6; picture 85; frames 1 × 4 + 3',
    output: 50,
    usd: 0.000745,
    working: '98 × $2.5/M + 50 × $10/M',
  },
]
