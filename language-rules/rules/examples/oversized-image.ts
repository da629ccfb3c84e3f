import type { RuleExample } from '../../../core/rule.ts'

export const oversizedImage: readonly RuleExample[] = [
  {
    name: 'Python: a picture to be classified, read closely',
    lang: 'python',
    code: `from openai import OpenAI


def kind_of_ship(client: OpenAI, url: str):
    return client.chat.completions.create(
        model="gpt-4o",
        max_tokens=10,
        messages=[
            {
                "role": "user",
                "content": [
                    {"type": "text", "text": "Classify the ship: tanker, container or ferry."},
                    {"type": "image_url", "image_url": {"url": url, "detail": "high"}},
                ],
            }
        ],
    )
`,
    finds: [
      {
        line: 13,
        message:
          'A picture for a narrow task (classification): up to 1,445 tokens, $0.00361, where a coarse look takes 85, $0.000213. Ask for low detail and run your evaluation set.',
        fixed: `from openai import OpenAI


def kind_of_ship(client: OpenAI, url: str):
    return client.chat.completions.create(
        model="gpt-4o",
        max_tokens=10,
        messages=[
            {
                "role": "user",
                "content": [
                    {"type": "text", "text": "Classify the ship: tanker, container or ferry."},
                    {"type": "image_url", "image_url": {"url": url, "detail": "low"}},
                ],
            }
        ],
    )
`,
      },
    ],
  },
  {
    name: 'Python: a picture of known size',
    lang: 'python',
    code: `from io import BytesIO
from openai import OpenAI
from PIL import Image


def is_moored(client: OpenAI, path: str):
    picture = Image.open(path).resize((1024, 1024))
    return client.chat.completions.create(
        model="gpt-4o",
        max_tokens=5,
        messages=[{"role": "user", "content": [
            {"type": "text", "text": "Is the ship moored? Answer yes or no."},
            {"type": "image_url", "image_url": {"url": picture, "detail": "high"}},
        ]}],
    )
`,
    finds: [
      {
        line: 13,
        message:
          'A picture for a narrow task (yes-or-no answer): 765 tokens, $0.00191, where a coarse look takes 85, $0.000213. Ask for low detail and run your evaluation set.',
        fixed: `from io import BytesIO
from openai import OpenAI
from PIL import Image


def is_moored(client: OpenAI, path: str):
    picture = Image.open(path).resize((1024, 1024))
    return client.chat.completions.create(
        model="gpt-4o",
        max_tokens=5,
        messages=[{"role": "user", "content": [
            {"type": "text", "text": "Is the ship moored? Answer yes or no."},
            {"type": "image_url", "image_url": {"url": picture, "detail": "low"}},
        ]}],
    )
`,
      },
    ],
  },
  {
    name: 'TypeScript: the Responses API, where the model chooses how closely to look',
    lang: 'typescript',
    code: `import OpenAI from 'openai'

export const isMoored = (client: OpenAI, url: string) =>
  client.responses.create({
    model: 'gpt-4o',
    max_output_tokens: 16,
    input: [
      {
        role: 'user',
        content: [
          { type: 'input_text', text: 'Is the ship moored? Answer yes or no.' },
          { type: 'input_image', image_url: url },
        ],
      },
    ],
  })
`,
    finds: [
      {
        line: 12,
        message:
          'A picture for a narrow task (yes-or-no answer): up to 1,445 tokens, $0.00361, where a coarse look takes 85, $0.000213. Ask for low detail and run your evaluation set.',
        fixed: `import OpenAI from 'openai'

export const isMoored = (client: OpenAI, url: string) =>
  client.responses.create({
    model: 'gpt-4o',
    max_output_tokens: 16,
    input: [
      {
        role: 'user',
        content: [
          { type: 'input_text', text: 'Is the ship moored? Answer yes or no.' },
          { type: 'input_image', image_url: url, detail: 'low' },
        ],
      },
    ],
  })
`,
      },
    ],
  },
  {
    name: 'TypeScript: the AI SDK, which hands the detail on to its provider',
    lang: 'typescript',
    code: `import { openai } from '@ai-sdk/openai'
import { generateText } from 'ai'

export const hasCat = (url: URL) =>
  generateText({
    model: openai('gpt-4o'),
    maxOutputTokens: 10,
    messages: [
      {
        role: 'user',
        content: [
          { type: 'text', text: 'Is there a cat in the picture? Answer yes or no.' },
          { type: 'image', image: url },
        ],
      },
    ],
  })
`,
    finds: [
      {
        line: 13,
        message:
          'A picture for a narrow task (yes-or-no answer): up to 1,445 tokens, $0.00361, where a coarse look takes 85, $0.000213. Ask for low detail and run your evaluation set.',
        fixed: `import { openai } from '@ai-sdk/openai'
import { generateText } from 'ai'

export const hasCat = (url: URL) =>
  generateText({
    model: openai('gpt-4o'),
    maxOutputTokens: 10,
    messages: [
      {
        role: 'user',
        content: [
          { type: 'text', text: 'Is there a cat in the picture? Answer yes or no.' },
          { type: 'image', image: url, providerOptions: { openai: { imageDetail: 'low' } } },
        ],
      },
    ],
  })
`,
      },
    ],
  },
  {
    name: 'print is small, and a yes or no may hang on it',
    lang: 'python',
    code: `from openai import OpenAI


def is_dear(client: OpenAI, url: str):
    content = [
        {"type": "text", "text": "Is the total on this receipt above 100 euro? Answer yes or no."},
        {"type": "image_url", "image_url": {"url": url}},
    ]
    return client.chat.completions.create(model="gpt-4o", max_tokens=10, messages=[{"role": "user", "content": content}])
`,
    finds: [],
  },
  {
    name: 'looked at coarsely already',
    lang: 'python',
    code: `from openai import OpenAI


def kind_of_ship(client: OpenAI, url: str):
    content = [
        {"type": "text", "text": "Classify the ship: tanker, container or ferry."},
        {"type": "image_url", "image_url": {"url": url, "detail": "low"}},
    ]
    return client.chat.completions.create(model="gpt-4o", max_tokens=10, messages=[{"role": "user", "content": content}])
`,
    finds: [],
  },
  {
    name: 'what is to be read may be small',
    lang: 'typescript',
    code: `import OpenAI from 'openai'

export const plate = (client: OpenAI, url: string) =>
  client.chat.completions.create({
    model: 'gpt-4o',
    max_tokens: 20,
    messages: [
      {
        role: 'user',
        content: [
          { type: 'text', text: 'Extract the number of the ship from its hull.' },
          { type: 'image_url', image_url: { url, detail: 'high' } },
        ],
      },
    ],
  })
`,
    finds: [],
  },
]
