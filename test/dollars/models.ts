// Claude, Gemini and Llama. Llama 3's tokenizer is public, and its counts here are exact: llama3-tokenizer-js, five tokens a message, one
// before all and four after (https://www.llama.com/docs/model-cards-and-prompt-formats/meta-llama-3). Those of Claude and Gemini are
// estimates: o200k × 1.18 for Claude (https://github.com/sammcj/ingest/pull/65, with the same frames), o200k × 1.08 and one token a
// message for Gemini (https://github.com/coder/ai-tokenizer: 92.5 to 99.95 % of what Google counts, so figures may differ by 7.5 %).
import type { DollarExample } from './example.ts'

const gemini = 0.075
const rules = 'A book may be kept for four weeks, and renewed twice unless somebody has reserved it. '.repeat(80).trim()
const record = 'The river rose by two metres in the night. '.repeat(21_000).trim()

export const models: readonly DollarExample[] = [
  {
    name: 'Claude',
    file: 'letters.py',
    code: `from anthropic import Anthropic
Anthropic().messages.create(
    model="claude-sonnet-4-5",
    max_tokens=200,
    system="You answer letters to the city library. Be friendly and brief. Say when a book is due, how it can be renewed, and what it costs to bring it back late. Never promise that a book which somebody else has reserved can be kept longer.",
    messages=[{"role": "user", "content": "Until when may I keep the atlas that I borrowed on the first of March?"}],
)
`,
    input: 86,
    counted: 'text (51 + 16) × 1.18; frames 4 + 3',
    output: 200,
    usd: 0.003258,
    working: '86 × $3/M + 200 × $15/M',
  },
  {
    name: 'Claude on Bedrock, by a regional profile',
    file: 'region.ts',
    code: `import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime'
const client = new BedrockRuntimeClient({})
await client.send(new ConverseCommand({
  modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0',
  system: [{ text: 'Sort the following letter to the department of the city that has to answer it: streets, schools, parks, or taxes. Answer with one word. If more than one department has to answer, name the one that has to act first.' }],
  messages: [{ role: 'user', content: [{ text: 'The lamp in front of our house has been dark for three weeks, and the children walk past it on their way to school.' }] }],
  inferenceConfig: { maxTokens: 10 },
}))
`,
    input: 94,
    counted: 'text (48 + 26) × 1.18; frames 4 + 3',
    output: 10,
    usd: 0.0004752,
    working: '94 × $3.3/M + 10 × $16.5/M',
  },
  {
    name: 'Claude, with a prompt that is read from its cache',
    file: 'cached.py',
    code: `from anthropic import Anthropic
RULES = "${rules}"
Anthropic().messages.create(
    model="claude-sonnet-4-5",
    max_tokens=100,
    system=[{"type": "text", "text": RULES, "cache_control": {"type": "ephemeral"}}],
    messages=[{"role": "user", "content": input("> ")}],
)
`,
    open: ['tokens of input("> ")'],
    usd: 0.0020118,
    working: '(80 × 18 × 1.18 + 7) × $0.3/M read + 100 × $15/M; the question is not known',
  },
  {
    name: 'Gemini',
    file: 'minutes.py',
    code: `from google import genai
from google.genai import types
genai.Client().models.generate_content(
    model="gemini-2.5-flash",
    contents="Translate the menu into French. Keep the prices, and keep the names of the cheeses as they are.",
    config=types.GenerateContentConfig(
        system_instruction="Rewrite the minutes of the meeting as a list of decisions, each with the person who has to act and the day by which it has to be done. Leave out what was only discussed.",
        max_output_tokens=150,
        thinking_config=types.ThinkingConfig(thinking_budget=0),
    ),
)
`,
    input: 66,
    within: gemini,
    counted: 'text (38 + 21) × 1.08; frames 2 × 1',
    output: 150,
    usd: 0.0003948,
    working: '66 × $0.3/M + 150 × $2.5/M',
  },
  {
    name: 'Gemini, past the length from which all is dearer',
    file: 'long.py',
    code: `from google import genai
RECORD = "${record}"
genai.Client().models.generate_content(
    model="gemini-2.5-pro", contents=RECORD, config={"max_output_tokens": 100}
)
`,
    input: 226_801,
    within: gemini,
    counted: 'text 21,000 × 10 × 1.08; frame 1',
    output: 100,
    usd: 0.5685025,
    working: '226,801 × $2.5/M + 100 × $15/M: more than 200,000 tokens',
  },
  {
    name: 'Gemini 3 and a picture, which takes as much whatever its size',
    file: 'photo.py',
    code: `from google import genai
from PIL import Image
genai.Client().models.generate_content(
    model="gemini-3-flash-preview",
    contents=["Which of the lamps in this picture are dark?", Image.open("street.jpg")],
    config={"max_output_tokens": 100},
)
`,
    input: 1133,
    within: gemini,
    counted: 'text 10 × 1.08; picture 1120; frames 1 to 2',
    output: 100,
    usd: 0.0008665,
    working: '1133 × $0.5/M + 100 × $3/M',
  },
  ...(
    [
      ['Groq', 'groq-llama.py', 'from groq import Groq\nclient = Groq()', 'llama-3.3-70b-versatile', 0.59, 0.79],
      [
        'Together',
        'together-llama.py',
        'from together import Together\nclient = Together()',
        'meta-llama/Llama-3.3-70B-Instruct-Turbo',
        0.88,
        0.88,
      ],
    ] as const
  ).map(
    ([seller, file, client, model, input, output]): DollarExample => ({
      name: `Llama at ${seller}`,
      file,
      code: `${client}
client.chat.completions.create(
    model="${model}",
    max_tokens=20,
    messages=[
        {"role": "system", "content": "Sort the following letter to the department of the city that has to answer it: streets, schools, parks, or taxes. Answer with one word. If more than one department has to answer, name the one that has to act first."},
        {"role": "user", "content": "The lamp in front of our house has been dark for three weeks, and the children walk past it on their way to school."},
    ],
)
`,
      input: 89,
      counted: 'text 48 + 26; frames 2 × 5 + 5',
      output: 20,
      usd: (89 * input + 20 * output) / 1e6,
      working: `89 × $${input}/M + 20 × $${output}/M`,
    }),
  ),
  {
    name: 'Llama on Bedrock',
    file: 'bedrock-llama.py',
    code: `import boto3
boto3.client("bedrock-runtime").converse(
    modelId="us.meta.llama3-3-70b-instruct-v1:0",
    system=[{"text": "Rewrite the minutes of the meeting as a list of decisions, each with the person who has to act and the day by which it has to be done. Leave out what was only discussed."}],
    messages=[{"role": "user", "content": [{"text": "Until when may I keep the atlas that I borrowed on the first of March?"}]}],
    inferenceConfig={"maxTokens": 120},
)
`,
    input: 70,
    counted: 'text 39 + 16; frames 2 × 5 + 5',
    output: 120,
    usd: 0.0001368,
    working: '70 × $0.72/M + 120 × $0.72/M',
  },
  {
    name: 'a fee for each request',
    file: 'sonar.py',
    code: `from openai import OpenAI
OpenAI(base_url="https://api.perplexity.ai", api_key="…").chat.completions.create(
    model="sonar", max_tokens=100, messages=[{"role": "user", "content": "Which libraries are open on Sundays?"}]
)
`,
    usd: 0.008114,
    working: '1 × $8/1000, the middle of the three that are listed + 14 × $1/M + 100 × $1/M',
  },
  {
    name: 'pictures on Vertex',
    file: 'imagen.py',
    code: `from vertexai.vision_models import ImageGenerationModel
ImageGenerationModel.from_pretrained("imagen-4.0-generate-001").generate_images(prompt="A hill in the snow", number_of_images=2)
`,
    usd: 0.08,
    working: '2 × $0.04',
  },
  {
    name: 'film of eight seconds',
    file: 'veo.py',
    code: `from google import genai
genai.Client().models.generate_videos(
    model="veo-3.1-generate-preview", prompt="A paper boat in the rain", config={"duration_seconds": 8}
)
`,
    usd: 3.2,
    working: '8 s × $0.40',
  },
  {
    name: 'retrieved pieces in a prompt',
    file: 'retrieved.py',
    code: `from langchain_community.vectorstores import FAISS
from langchain_text_splitters import TokenTextSplitter
from openai import OpenAI
def answer(store: FAISS, docs):
    store = FAISS.from_documents(TokenTextSplitter(chunk_size=300).split_documents(docs), embeddings)
    found = store.similarity_search("When is the library open?", k=4)
    text = "\\n".join(doc.page_content for doc in found)
    return OpenAI().chat.completions.create(
        model="gpt-4o", max_tokens=200, messages=[{"role": "user", "content": f"When is the library open?\\n{text}"}]
    )
`,
    call: 'openai.chat.completions.create',
    input: 1213,
    counted: 'pieces 4 × 300; text 6; frames 1 × 4 + 3',
    output: 200,
    usd: 0.0050325,
    working: '1213 × $2.5/M + 200 × $10/M',
  },
]
