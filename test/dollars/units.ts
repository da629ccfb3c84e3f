// Calls that are billed by the picture, the character, the second or the search.
import type { DollarExample } from './example.ts'

export const units: readonly DollarExample[] = [
  {
    name: 'a picture of a size and a quality',
    file: 'picture.py',
    code: `from openai import OpenAI
OpenAI().images.generate(model="dall-e-3", prompt="A heron at dawn", size="1792x1024", quality="hd")
`,
    usd: 0.12,
    working: '1 × $0.12 (hd, 1792x1024)',
  },
  {
    name: 'a picture as the API makes it where nothing is said',
    file: 'usual.ts',
    code: `import OpenAI from 'openai'
await new OpenAI().images.generate({ model: 'dall-e-3', prompt: 'A heron at dawn' })
`,
    usd: 0.04,
    working: '1 × $0.04 (standard, 1024x1024: the documented defaults)',
  },
  {
    name: 'two pictures, and the tokens of the prompt',
    file: 'two.py',
    code: `from openai import OpenAI
OpenAI().images.generate(
    model="gpt-image-1", prompt="A heron at dawn, in the style of a woodcut", n=2, size="1536x1024", quality="medium"
)
`,
    usd: 0.126065,
    working: '2 × $0.063 (medium, 1536x1024) + 13 × $5/M',
  },
  {
    name: 'speech by the character',
    file: 'speak.py',
    code: `from openai import OpenAI
WELCOME = "Welcome aboard. The next stop is the harbour."
OpenAI().audio.speech.create(model="tts-1", voice="alloy", input=WELCOME)
`,
    usd: 0.000675,
    working: '45 characters × $15/M',
  },
  {
    name: 'speech in better sound',
    file: 'speak.ts',
    code: `import OpenAI from 'openai'
await new OpenAI().audio.speech.create({ model: 'tts-1-hd', voice: 'nova', input: 'Doors are closing.' })
`,
    usd: 0.00054,
    working: '18 characters × $30/M',
  },
  {
    name: 'film by the second',
    file: 'film.py',
    code: `from openai import OpenAI
OpenAI().videos.create(model="sora-2", prompt="A paper boat in the rain", seconds="8")
`,
    usd: 0.8,
    working: '8 s × $0.10',
  },
  {
    name: 'film of a size, as long as the API makes it where nothing is said',
    file: 'film.ts',
    code: `import OpenAI from 'openai'
await new OpenAI().videos.create({ model: 'sora-2-pro', prompt: 'A paper boat', size: '1792x1024' })
`,
    usd: 2,
    working: '4 s (the documented default) × $0.50',
  },
  {
    name: 'documents put in order',
    file: 'rank.py',
    code: `import cohere
cohere.ClientV2().rerank(
    model="rerank-v3.5", query="Who may vote?", documents=["Citizens of 18 years.", "The council has 40 seats."]
)
`,
    usd: 0.002,
    working: '1 search unit (2 documents) × $2/1000',
  },
]
