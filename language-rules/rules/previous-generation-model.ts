import * as z from 'zod/mini'
import { known, valueOf } from '../../core/known.ts'
import { say } from '../../core/money.ts'
import type { ModelPrice } from '../../core/prices/book.ts'
import { newerModels } from '../../core/prices/newer.ts'
import { defineRule, type RuleExample } from '../../core/rule.ts'
import { instead } from '../../core/rules/instead.ts'
import { isAbout, isMeasuring } from '../../core/rules/measured-file.ts'
import { modelConstant, modelPlace, writeModelForAll } from '../../core/rules/model-place.ts'
import { refusesSampling, sampling, takenByAll } from '../../core/rules/taken-by.ts'
import { functionsAround } from '../../core/rules/waited-for.ts'
import { familyOf } from '../../core/tokens/families.ts'

const options = z.object({})

export const rule = defineRule({
  id: 'previous-generation-model',
  on: 'model-call',
  severity: 'info',
  preset: 'strict',
  docs: {
    what: 'A later model of the same line costs less.',
    why: 'Makers often sell the next version of a model below the price of the one before, and go on selling both.',
    fix: 'Run your evaluation set on the later model and switch if it holds.',
    unless:
      'You measured that the later model is not good enough, or an agreement ties you to this one. In files of evaluations and benchmarks nothing is said: their models are to stay the same.',
    source: 'https://platform.claude.com/docs/en/about-claude/models/overview',
    alters: ['answers'],
  },
  options,
  *check(call, { estimate, estimateWith, prices, document, module, sites }) {
    const id = valueOf(call.model)
    const price = id === undefined ? undefined : prices.model(call.provider, id)
    if (call.api !== 'chat' || id === undefined || !price || call.model.is !== 'known') return
    // With a token for an answer it only looks whether somebody is there.
    if ((valueOf(call.maxOutput) ?? 2) <= 1) return
    // What is measured, or shown, is that model.
    const functions = functionsAround(call, module)
    if (
      isMeasuring(document.file) ||
      isAbout(document.file, id) ||
      functions.some(({ name }) => name !== undefined && isAbout(name, id))
    )
      return
    const later = newerModels(prices, price).find(
      (model) =>
        isCheaper(model, price) &&
        !(thinksUnasked(model) && !thinksUnasked(price)) &&
        !(refusesSampling(model.id) && !refusesSampling(price.id) && sampling.test(document.text)),
    )
    if (!later) return
    const at = modelPlace(call, document)
    const after = estimateWith({ model: known(later.id, at) })
    const change = instead(estimate, after)
    if (!change) return
    const constant = modelConstant(call)
    const edits = [writeModelForAll(call, later.id, document), ...takenByAll(later.id, call, { document, sites })]
    yield {
      at,
      message: say`${id} costs ${change.now}, the later ${later.id} ${change.later}. Try it on your evaluation set.`,
      related: constant ? [{ message: 'the model', location: constant }] : [],
      after,
      unit: change.unit,
      fixes: [{ title: `Use ${later.id}`, safety: 'suggestion', edits, claim: 'saves' }],
    }
  },
})

/** Whatever the mix of input and output, and by every list. */
function isCheaper(model: ModelPrice, than: ModelPrice): boolean {
  const usd = ({ rates }: ModelPrice, side: 'input' | 'output', end: 'low' | 'high') =>
    rates[side]?.price.range?.[end].usd ?? rates[side]?.price.usd
  // A text of so many tokens of the one may be more of the other.
  const tokens = familyOf(model.id).factor.likely / familyOf(than.id).factor.likely
  const sides = (['input', 'output'] as const).map((side) => {
    const now = usd(model, side, 'high')
    return [now === undefined ? undefined : now * tokens, usd(than, side, 'low')] as const
  })
  return (
    sides.every(([now, was]) => now !== undefined && was !== undefined && now <= was) &&
    sides.some(([now, was]) => now! < was!)
  )
}

/**
 * Models that think before they answer where nobody asks them to bill more output than their price tells.
 * https://platform.openai.com/docs/guides/reasoning, https://ai.google.dev/gemini-api/docs/thinking,
 * https://platform.claude.com/docs/en/models/sonnet-5/migration-guide
 */
const thinksUnasked = ({ id }: ModelPrice) => /(^|[/.])(o\d|gpt-[5-9]|gemini-(2\.5|[3-9])|claude-[a-z]+-[5-9])/.test(id)

export const examples: readonly RuleExample[] = [
  {
    name: 'Python, the name on the call',
    lang: 'python',
    code: `from google import genai

def summarise(report: str):
    return genai.Client().models.generate_content(
        model="gemini-3.5-flash",
        contents=report,
        config={"max_output_tokens": 300},
    )
`,
    finds: [
      {
        line: 5,
        message:
          'gemini-3.5-flash costs $1.50 per million input tokens, the later gemini-3.8-flash $0.75. Try it on your evaluation set.',
        fixed: `from google import genai

def summarise(report: str):
    return genai.Client().models.generate_content(
        model="gemini-3.8-flash",
        contents=report,
        config={"max_output_tokens": 300},
    )
`,
      },
    ],
  },
  {
    name: 'TypeScript, the name in a constant: what is said of the model is so for whoever uses that',
    lang: 'typescript',
    code: `import { GoogleGenAI } from '@google/genai'

const MODEL = 'gemini-3.5-flash'

export const plan = () =>
  new GoogleGenAI({}).models.generateContent({
    model: MODEL,
    contents: 'Plan the berths of next week.',
    config: { maxOutputTokens: 500 },
  })
`,
    finds: [
      {
        line: 7,
        message:
          'gemini-3.5-flash costs $0.000021–0.0045 a call, the later gemini-3.8-flash $0.0000097–0.0019. Try it on your evaluation set.',
        fixed: `import { GoogleGenAI } from '@google/genai'

const MODEL = 'gemini-3.8-flash'

export const plan = () =>
  new GoogleGenAI({}).models.generateContent({
    model: MODEL,
    contents: 'Plan the berths of next week.',
    config: { maxOutputTokens: 500 },
  })
`,
      },
    ],
  },
  {
    name: 'the later one goes on the same day',
    lang: 'python',
    code: `from openai import OpenAI

OpenAI().chat.completions.create(model="gpt-4o", max_tokens=50, messages=[{"role": "user", "content": "Name a port."}])
`,
    finds: [],
  },
  {
    name: 'the file judges answers, or the function is named after the model: that one is to stay the same',
    lang: 'python',
    code: `from google import genai

def run_gemini_3_5_flash(report: str):
    return genai.Client().models.generate_content(model="gemini-3.5-flash", contents=report, config={"max_output_tokens": 300})
`,
    finds: [],
  },
  {
    name: 'a call that only looks whether somebody is there',
    lang: 'python',
    code: `from anthropic import Anthropic

Anthropic().messages.create(model="claude-opus-5", max_tokens=1, messages=[{"role": "user", "content": "."}])
`,
    finds: [],
  },
  {
    name: 'the later models of the line cost more',
    lang: 'python',
    code: `from openai import OpenAI

OpenAI().chat.completions.create(model="gpt-4o-mini", max_tokens=50, messages=[{"role": "user", "content": "Name a port."}])
`,
    finds: [],
  },
  {
    name: 'nothing later',
    lang: 'typescript',
    code: `import OpenAI from 'openai'

await new OpenAI().chat.completions.create({ model: 'o3', messages: [{ role: 'user', content: 'Name a port.' }] })
`,
    finds: [],
  },
  {
    name: 'a later one refuses a temperature, the one before it does not',
    lang: 'python',
    code: `from anthropic import AnthropicBedrock

AnthropicBedrock(aws_region="us-east-1").messages.create(
    model="us.anthropic.claude-opus-4-1-20250805-v1:0",
    max_tokens=500,
    temperature=0.2,
    messages=[{"role": "user", "content": "Plan the berths of next week."}],
)
`,
    finds: [
      {
        line: 4,
        message:
          'us.anthropic.claude-opus-4-1-20250805-v1:0 costs $0.00026–0.038 a call, the later us.anthropic.claude-opus-4-6 $0.000094–0.014. Try it on your evaluation set.',
        fixed: `from anthropic import AnthropicBedrock

AnthropicBedrock(aws_region="us-east-1").messages.create(
    model="us.anthropic.claude-opus-4-6",
    max_tokens=500,
    temperature=0.2,
    messages=[{"role": "user", "content": "Plan the berths of next week."}],
)
`,
      },
    ],
  },
  {
    name: 'the later one has a lower price, thinks unasked, and makes more tokens of the same text',
    lang: 'python',
    code: `from anthropic import Anthropic

Anthropic().messages.create(model="claude-sonnet-4-5", max_tokens=500, messages=[{"role": "user", "content": "Name a port."}])
`,
    finds: [],
  },
  {
    name: 'the model is not sold any more: another rule says so',
    lang: 'python',
    code: `from anthropic import Anthropic

Anthropic().messages.create(model="claude-opus-4-0", max_tokens=500, messages=[{"role": "user", "content": "Name a port."}])
`,
    finds: [],
  },
]
