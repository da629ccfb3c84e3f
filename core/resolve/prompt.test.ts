import { expect, it } from 'vitest'
import { lower as python } from '../../language-rules/languages/python/lower.ts'
import { lower as typescript } from '../../language-rules/languages/typescript/lower.ts'
import { sdk } from '../../language-rules/sdks/anthropic.ts'
import { fileDocument } from '../document.ts'
import { findModelCalls } from './calls.ts'

/** The prompt of the last call, a hole in braces, each with the role of its message. */
function prompt(lower: typeof python, code: string): string[] {
  const module = lower(code)
  const call = findModelCalls(fileDocument('src/a', module.language, code), module, [sdk]).at(-1)!
  return call.input.map((part) => `${part.role ?? part.from}: ${part.is === 'text' ? part.text : `{${part.name}}`}`)
}

const py = 'from anthropic import Anthropic\nc = Anthropic()\n'
const ask = (args: string) => `c.messages.create(model="m", max_tokens=1, ${args})`
const user = (content: string) => `${py}${ask(`messages=[{"role": "user", "content": ${content}}]`)}`

it.each([
  [
    'a template and a constant in it',
    `N = 3\n${user('f"Give {N} words on {topic}."')}`,
    ['user: Give ', 'user: 3', 'user:  words on ', 'user: {topic}', 'user: .'],
  ],
  [
    'the order the provider reads',
    `${py}${ask('messages=m, system="S", tools=[{"name": "t"}]')}`,
    ['tools: [{"name": "t"}]', 'system: S', 'messages: {m}'],
  ],
  [
    'what one arm or the other adds is what only a run can tell',
    `${py}def ask(q, terse):\n    m = [{"role": "system", "content": "S"}]\n    if terse:\n        m.append({"role": "user", "content": "Be short."})\n    else:\n        m.append({"role": "user", "content": "Be thorough."})\n    ${ask('messages=m')}`,
    ['system: S', 'messages: {m}', 'messages: {m}'],
  ],
  ['a template kept in a name', `T = f"About {x}"\n${user('T')}`, ['user: About ', 'user: {x}']],
  ['a concatenation', user('"a" + text + "b"'), ['user: a', 'user: {text}', 'user: b']],
  [
    'what stands where a field is empty is not what the field has',
    `${py}def ask(title, tone=None):\n    ${ask('messages=[{"role": "user", "content": f"{title or \'none\'}, {tone or \'kind\'}"}]')}`,
    ["user: {title or 'none'}", 'user: , ', "user: {tone or 'kind'}"],
  ],
  [
    'what is asked unless a caller says otherwise is the prompt',
    `${py}def ask(rules):\n    ${ask('messages=m, system=rules or "Be kind."')}`,
    ['system: Be kind.', 'messages: {m}'],
  ],
  ['format, by name', user('"{b} and {a}".format(a=x, b="y")'), ['user: y', 'user:  and ', 'user: {x}']],
  ['format keeps doubled braces', user('"{{k}}: {}".format(x)'), ['user: {{k}}: ', 'user: {x}']],
  ['percent', user('"Hi %s, %d" % (name, 3)'), ['user: Hi ', 'user: {name}', 'user: , ', 'user: 3']],
  ['a dedented text', `import textwrap\n${user('textwrap.dedent("""x""").strip()')}`, ['user: x']],
  [
    'a function that builds the text',
    `def build(t):\n    return f"Q: {t}"\n${user('build(text)')}`,
    ['user: Q: ', 'user: {t}'],
  ],
  [
    'blocks, with a picture',
    user('[{"type": "text", "text": "See"}, {"type": "image", "source": s}]'),
    ['user: See', 'user: {source}'],
  ],
  ['data as JSON', user('json.dumps({"a": 1, "b": [x]})'), ['user: {"a": 1, "b": [', 'user: {x}', 'user: ]}']],
  [
    'messages kept in a name, and added to',
    `${py}m = [{"role": "user", "content": "a"}]\nm.append({"role": "assistant", "content": "b"})\n${ask('messages=m')}`,
    ['user: a', 'assistant: b'],
  ],
  [
    'lists put together',
    `${py}FEW = [{"role": "user", "content": "a"}]\n${ask('messages=FEW + [{"role": "user", "content": q}]')}`,
    ['user: a', 'user: {q}'],
  ],
  [
    'a long expression is shortened',
    user('load_everything_there_is_to_know_about(the_subject)'),
    ['user: {load_everything_there_is_to_know_abou…}'],
  ],
  [
    'what only an arm sets is named by what it sets',
    `${py}def answer(given):\n    asked = {"model": "m", "max_tokens": 1}\n    if given:\n        asked["system"] = given\n    return c.messages.create(**asked)`,
    ['system: {given}'],
  ],
  ['either of two texts is a hole', user('"a" if x else "b"'), ['user: {"a" if x else "b"}']],
  [
    'what another file holds is a hole',
    `from .prompts import SYSTEM\n${py}${ask('system=SYSTEM, messages=[]')}`,
    ['system: {SYSTEM}'],
  ],
] as const)('%s', (_, code, sees) => expect(prompt(python, code)).toEqual(sees))

it('an object of shorthand members is read the same way', () => {
  const code = `import Anthropic from '@anthropic-ai/sdk'
const system = 'S'
const messages = [{ role: 'user', content: \`Hi \${name}\` }] as const
new Anthropic().messages.create({ model: 'm', max_tokens: 1, system, messages: [...messages] })`
  expect(prompt(typescript, code)).toEqual(['system: S', 'user: Hi ', 'user: {name}'])
})
