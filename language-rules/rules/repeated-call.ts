import * as z from 'zod/mini'
import { scale } from '../../core/band.ts'
import { textOf } from '../../core/document.ts'
import { hoist, usesLoop } from '../../core/fixes/hoist.ts'
import { memoise } from '../../core/fixes/memoise.ts'
import type { Module, Scope } from '../../core/module.ts'
import { say, usd } from '../../core/money.ts'
import { defineRule, type RuleExample } from '../../core/rule.ts'
import { methodName } from '../../core/rules/call-place.ts'
import { functionsAround } from '../../core/rules/waited-for.ts'
import type { ModelCall } from '../../core/types.ts'

const options = z.object({})

export const rule = defineRule({
  id: 'repeated-call',
  on: 'model-call',
  severity: 'warning',
  preset: 'strict',
  docs: {
    what: 'A call whose prompt is all constant stands in a loop, so every pass pays for the same question.',
    why: 'The first answer serves all passes; the others are paid for nothing.',
    fix: 'Make the call once before the loop, or memoise the function around it.',
    unless:
      'You want several different answers to one question: then ask for them in one call (`n`) or say so in a suppression.',
    source: 'https://platform.openai.com/docs/guides/cost-optimization',
    alters: ['answers'],
  },
  options,
  *check(call, { estimate, module, document, named }) {
    const constant = call.input.length > 0 && call.input.every((part) => part.is === 'text')
    if (!constant || call.model.is !== 'known' || call.batch || !estimate.usd) return
    const loop = call.repeats.find((repeat) => repeat.kind === 'data' && repeat.at.file === document.file)
    if (!loop || (loop.via === 'loop' && isSampling(textOf(document, loop.at.cell).slice(...loop.at.span)))) return
    const related = [{ message: 'the loop', location: loop.at }]
    const at = methodName(call, module, document)
    if (loop.where === 'caller') {
      const [scope] = functionsAround(call, module)
      // What it is given, or is part of, may make it another question.
      if (!scope || scope.parameters.length > 0 || scope.method !== undefined || isKept(scope, document.text)) return
      const edits = memoise(scope, { module, document, named })
      yield {
        at,
        message: say`The prompt is always the same, and the function around it is called on each pass of a loop: each time costs ${usd(estimate.usd)} again. Keep the first answer.`,
        related,
        fixes: edits ? [{ title: 'Keep the first answer', safety: 'suggestion', edits, claim: 'governs' }] : [],
      }
      return
    }
    if (changes(call, module)) return
    const edits = hoist(call, module, document)
    const everyPass = loop.via !== 'loop' || edits.length > 0
    const bound = everyPass ? loop.bound : undefined
    yield {
      at,
      message:
        bound === undefined
          ? say`The prompt is the same on every pass of the loop, and each time it is asked costs ${usd(estimate.usd)} again. Make the call once, before the loop.`
          : say`The prompt is the same on all ${bound} passes of the loop: ${usd(scale(estimate.usd, bound))} a run, where one call costs ${usd(estimate.usd)}. Make the call once, before the loop.`,
      related,
      ...(bound === undefined || bound < 2 ? {} : { run: { before: scale(estimate.usd, bound), after: estimate.usd } }),
      fixes:
        edits.length > 0
          ? [{ title: 'Make the call once, before the loop', safety: 'suggestion', edits, claim: 'governs' }]
          : [],
    }
  },
})

/** Passes that are counted, or end when an answer is good enough, want another answer each. A loop over data that ends early still asks the same. */
const isSampling = (loop: string) =>
  /^(while|do)\b/.test(loop) || /^(async )?for\b[^\n]*(\brange\(|;)/.test(loop.replace(/\{[\s\S]*/, ''))

/** `@functools.cache`, `once(() => …)`, `memoize(…)`. */
const isKept = ({ decorators, span }: Scope, text: string) =>
  decorators.some((each) => /cache|memo/i.test(text.slice(...each.span))) ||
  /\b(once|\w*cache\w*|memo\w*)\(\s*(async\s*)?$/i.test(text.slice(Math.max(0, span[0] - 60), span[0]))

/** A picture, a limit, or the model itself is another one in each pass of a loop around it. */
function changes(call: ModelCall, module: Module): boolean {
  const { calls, loops } = module
  const site = calls[call.source.call]
  for (let id = site?.loop; site && id !== undefined; id = loops[id]?.parent) {
    const loop = loops[id]
    if (loop && usesLoop(site.expr, loop, module)) return true
  }
  return false
}

export const examples: readonly RuleExample[] = [
  {
    name: 'Python, the same question on each of three passes',
    lang: 'python',
    code: `from openai import OpenAI

client = OpenAI()
reports = []
for port in ["Bergen", "Antofagasta", "Busan"]:
    style = client.chat.completions.create(
        model="gpt-4o-mini",
        max_tokens=100,
        messages=[{"role": "user", "content": "Describe the house style for port reports in one sentence."}],
    )
    reports.append((port, style.choices[0].message.content))
`,
    finds: [
      {
        line: 6,
        message:
          'The prompt is the same on all 3 passes of the loop: $0.0000081–0.00019 a run, where one call costs $0.0000027–0.000063. Make the call once, before the loop.',
        fixed: `from openai import OpenAI

client = OpenAI()
reports = []
style = client.chat.completions.create(
    model="gpt-4o-mini",
    max_tokens=100,
    messages=[{"role": "user", "content": "Describe the house style for port reports in one sentence."}],
)
for port in ["Bergen", "Antofagasta", "Busan"]:
    reports.append((port, style.choices[0].message.content))
`,
      },
    ],
  },
  {
    name: 'TypeScript, a loop nobody can count',
    lang: 'typescript',
    code: `import OpenAI from 'openai'

const client = new OpenAI()

export async function reports(ports: string[]) {
  const result: string[] = []
  for (const port of ports) {
    const style = await client.responses.create({ model: 'gpt-4o-mini', max_output_tokens: 100, input: 'Describe the house style for port reports.' })
    result.push(\`\${port}: \${style.output_text}\`)
  }
  return result
}
`,
    finds: [
      {
        line: 8,
        message:
          'The prompt is the same on every pass of the loop, and each time it is asked costs $0.0000022–0.000063 again. Make the call once, before the loop.',
        fixed: `import OpenAI from 'openai'

const client = new OpenAI()

export async function reports(ports: string[]) {
  const result: string[] = []
  const style = await client.responses.create({ model: 'gpt-4o-mini', max_output_tokens: 100, input: 'Describe the house style for port reports.' })
  for (const port of ports) {
    result.push(\`\${port}: \${style.output_text}\`)
  }
  return result
}
`,
      },
    ],
  },
  {
    name: 'Python, a function that always asks the same, called in a loop',
    lang: 'python',
    code: `from openai import OpenAI

client = OpenAI()


def style() -> str:
    answer = client.chat.completions.create(
        model="gpt-4o-mini",
        max_tokens=100,
        messages=[{"role": "user", "content": "Describe the house style for port reports in one sentence."}],
    )
    return answer.choices[0].message.content


def reports(ports: list[str]) -> list[str]:
    return [f"{port}: {style()}" for port in ports]
`,
    finds: [
      {
        line: 7,
        message:
          'The prompt is always the same, and the function around it is called on each pass of a loop: each time costs $0.0000027–0.000063 again. Keep the first answer.',
        fixed: `import functools
from openai import OpenAI

client = OpenAI()


@functools.cache
def style() -> str:
    answer = client.chat.completions.create(
        model="gpt-4o-mini",
        max_tokens=100,
        messages=[{"role": "user", "content": "Describe the house style for port reports in one sentence."}],
    )
    return answer.choices[0].message.content


def reports(ports: list[str]) -> list[str]:
    return [f"{port}: {style()}" for port in ports]
`,
      },
    ],
  },
  {
    name: 'TypeScript, a function that always asks the same, called in a loop',
    lang: 'typescript',
    code: `import OpenAI from 'openai'

const client = new OpenAI()

const style = async () => {
  const answer = await client.responses.create({ model: 'gpt-4o-mini', max_output_tokens: 100, input: 'Describe the house style for port reports.' })
  return answer.output_text
}

export const reports = (ports: string[]) => Promise.all(ports.map(async (port) => port + (await style())))
`,
    finds: [
      {
        line: 6,
        message:
          'The prompt is always the same, and the function around it is called on each pass of a loop: each time costs $0.0000022–0.000063 again. Keep the first answer.',
        fixed: `import OpenAI from 'openai'

const client = new OpenAI()

const style = once(async () => {
  const answer = await client.responses.create({ model: 'gpt-4o-mini', max_output_tokens: 100, input: 'Describe the house style for port reports.' })
  return answer.output_text
})

export const reports = (ports: string[]) => Promise.all(ports.map(async (port) => port + (await style())))

/** Makes it when it is first asked for, and gives all the same. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
`,
      },
    ],
  },
  {
    name: 'made only on some passes: no fix',
    lang: 'python',
    code: `from openai import OpenAI

client = OpenAI()
for day in days:
    if day % 7 == 0:
        print(client.chat.completions.create(model="gpt-4o-mini", max_tokens=20, messages=[{"role": "user", "content": "Say something kind."}]))
    print(day)
`,
    finds: [
      {
        line: 6,
        message:
          'The prompt is the same on every pass of the loop, and each time it is asked costs $0.0000016–0.000014 again. Make the call once, before the loop.',
      },
    ],
  },
  {
    name: 'asked again until an answer will do: another answer is what is wanted',
    lang: 'python',
    code: `from openai import OpenAI

client = OpenAI()
for n in range(5):
    name = client.chat.completions.create(model="gpt-4o-mini", max_tokens=20, messages=[{"role": "user", "content": "Invent a ship's name."}])
    if name not in taken:
        break
while score < 8:
    name = client.chat.completions.create(model="gpt-4o-mini", max_tokens=20, messages=[{"role": "user", "content": "Invent a ship's name."}])
    score = judge(name)
`,
    finds: [],
  },
  {
    name: 'the statement keeps each answer: moving it would keep one',
    lang: 'python',
    code: `from openai import OpenAI

client = OpenAI()
names = []
for ship in ships:
    names.append((ship, client.chat.completions.create(model="gpt-4o-mini", max_tokens=20, messages=[{"role": "user", "content": "Invent a ship's name."}])))
    print(ship)
`,
    finds: [
      {
        line: 6,
        message:
          'The prompt is the same on every pass of the loop, and each time it is asked costs $0.0000019–0.000014 again. Make the call once, before the loop.',
      },
    ],
  },
  {
    name: 'the same words with another picture, or another model, in each pass; passes that are counted',
    lang: 'python',
    code: `from agno.agent import Agent
from agno.media import Image
from agno.models.openai import OpenAIChat
from openai import OpenAI

client = OpenAI()
agent = Agent(model=OpenAIChat(id="gpt-4o-mini", max_tokens=20))
for url in pictures:
    print(agent.run("Name the port in this picture.", images=[Image(url=url)]).content)
for limit in limits:
    print(client.chat.completions.create(model="gpt-4o-mini", max_tokens=limit, messages=[{"role": "user", "content": "Name a port."}]))
for n in range(3):
    print(client.chat.completions.create(model="gpt-4o-mini", max_tokens=20, messages=[{"role": "user", "content": "Invent a ship's name."}]))
`,
    finds: [],
  },
  {
    name: 'the prompt changes with the loop',
    lang: 'python',
    code: `from openai import OpenAI

client = OpenAI()
for port in ["Bergen", "Antofagasta"]:
    print(client.chat.completions.create(model="gpt-4o-mini", max_tokens=100, messages=[{"role": "user", "content": f"Describe {port}."}]))
`,
    finds: [],
  },
  {
    name: 'no loop',
    lang: 'python',
    code: `from openai import OpenAI

OpenAI().chat.completions.create(model="gpt-4o-mini", max_tokens=50, messages=[{"role": "user", "content": "Name three ports."}])
`,
    finds: [],
  },
]
