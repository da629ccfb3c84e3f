import { expect, it } from 'vitest'
import { lower as python } from '../../language-rules/languages/python/lower.ts'
import { lower as typescript } from '../../language-rules/languages/typescript/lower.ts'
import { sdk } from '../../language-rules/sdks/openai.ts'
import { fileDocument } from '../document.ts'
import { findModelCalls } from './calls.ts'

/** Why the one call of a text is made many times: kind, form, place and bound. */
function repeats(lower: typeof python, code: string): string[] {
  const module = lower(code)
  const [call, ...more] = findModelCalls(fileDocument('src/a', module.language, code), module, [sdk])
  expect(more).toEqual([])
  return call!.repeats.map(({ kind, via, where, bound, most }) =>
    [kind, via, where, bound, most && `≤${most}`].filter((x) => x !== undefined).join(' '),
  )
}

const py = 'from openai import OpenAI\nc = OpenAI()\n'
const call = 'c.responses.create(model="gpt-4o", input=x)'
const fn = `${py}def ask(x):\n    return ${call}\n`

it.each([
  ['no loop', `${py}${call}`, []],
  ['a loop over what a run brings', `${py}for x in xs:\n    ${call}`, ['data loop here']],
  ['a loop over a list', `${py}for x in ["a", "b", "c"]:\n    ${call}`, ['data loop here 3']],
  [
    'loops inside loops, inner first',
    `${py}for y in range(4):\n    for x in ["a"]:\n        ${call}`,
    ['data loop here 1', 'data loop here 4'],
  ],
  ['a counted range', `${py}N = 5\nfor x in range(1, N * 2, 3):\n    ${call}`, ['data loop here 3']],
  ['a slice of what a run brings', `${py}for x in xs[:5]:\n    ${call}`, ['data loop here ≤5']],
  [
    'a slice in the middle, under a name',
    `${py}N = 7\nsome = list(xs)[2:N]\nfor i, x in enumerate(some):\n    ${call}`,
    ['data loop here ≤5'],
  ],
  ['a slice that counts from the end', `${py}for x in xs[:-5]:\n    ${call}`, ['data loop here']],
  ['the head of a frame', `${py}for i, x in df.head(5).iterrows():\n    ${call}`, ['data loop here ≤5']],
  ['a sample of a frame', `${py}for x in tqdm(df.sample(n=8)["text"]):\n    ${call}`, ['data loop here ≤8']],
  ['a share of a frame', `${py}for x in df.sample(frac=0.5)["text"]:\n    ${call}`, ['data loop here']],
  ['a sample of a list', `${py}import random\nfor x in random.sample(xs, 4):\n    ${call}`, ['data loop here ≤4']],
  [
    'the first of an iterator',
    `${py}from itertools import islice\nfor x in islice(xs, 3):\n    ${call}`,
    ['data loop here ≤3'],
  ],
  ['no more than so many', `${py}for i in range(min(5, len(xs))):\n    ${call}`, ['data loop here ≤5']],
  [
    'no more than so many of which the first are left out',
    `${py}for i in range(2, min(5, n)):\n    ${call}`,
    ['data loop here ≤3'],
  ],
  ['no more than so many, from below none', `${py}for i in range(-3, min(5, n)):\n    ${call}`, ['data loop here ≤8']],
  ['counting down from what a run brings', `${py}for i in range(min(9, n), -1, -1):\n    ${call}`, ['data loop here']],
  ['all but so many', `${py}for x in df.head(-3):\n    ${call}`, ['data loop here']],
  ['parts of so many each', `${py}for x in batched(xs, n=5):\n    ${call}`, ['data loop here']],
  ['one of so many', `${py}for x in xs[:5][0]:\n    ${call}`, ['data loop here']],
  ['so many and more', `${py}some = xs[:5]\nsome.extend(more())\nfor x in some:\n    ${call}`, ['data loop here']],
  [
    'what is loaded up to a limit',
    `${py}xs = load("a.csv", limit=5)\nfor i, x in enumerate(xs, start=1):\n    ${call}`,
    ['data loop here ≤5'],
  ],
  ['a comprehension', `${py}ys = [${call} for x in xs]`, ['data comprehension here']],
  ['a comprehension that counts', `${py}ys = [${call} for x in [1, 2]]`, ['data comprehension here 2']],
  ['a comprehension that chooses', `${py}ys = [${call} for x in [1, 2] if x > 1]`, ['data comprehension here']],
  [
    'what is iterated is asked once',
    `${py}for y in c.completions.create(model="m", prompt="p", stream=True):\n    print(y)`,
    [],
  ],
  ['attempts', `${py}for attempt in range(3):\n    ${call}`, ['retry loop here 3']],
  ['a range of retries', `${py}max_retries = 4\nfor i in range(max_retries):\n    ${call}`, ['retry loop here 4']],
  ['entries are not tries', `${py}for x in entries:\n    ${call}`, ['data loop here']],
  ['while something fails', `${py}while tries < 5:\n    ${call}`, ['retry loop here']],
  ['while True', `${py}while True:\n    ${call}`, ['agent loop here']],
  ['while there are rows', `${py}while rows:\n    ${call}`, ['data loop here']],
  [
    'while, with tools',
    `${py}while not done:\n    c.responses.create(model="m", input=x, tools=[])`,
    ['agent loop here'],
  ],
  [
    'a counted loop that grows its history',
    `${py}h = []\nfor i in range(9):\n    r = c.responses.create(model="m", input=h)\n    h.append(r)`,
    ['agent loop here 9'],
  ],
  [
    'a list made anew in each pass does not grow',
    `${py}for x in xs:\n    h = []\n    h.append(x)\n    c.responses.create(model="m", input=h)`,
    ['data loop here'],
  ],
  [
    'a decorator that retries',
    `${py}@retry(stop=stop_after_attempt(6) | stop_after_delay(9))\ndef f(x):\n    ${call}`,
    ['retry option here 6'],
  ],
  [
    'backoff',
    `${py}@backoff.on_exception(backoff.expo, E, max_tries=8)\ndef f(x):\n    ${call}`,
    ['retry option here 8'],
  ],
  ['a caller in a loop', `${fn}for y in ["a", "b"]:\n    ask(y)`, ['data loop caller 2']],
  ['a caller’s caller in a loop', `${fn}def outer(y):\n    ask(y)\nfor y in ys:\n    outer(y)`, ['data loop caller']],
  ['a caller in a comprehension', `${fn}ys = [ask(y) for y in xs]`, ['data comprehension caller']],
  ['handed to map by name', `${fn}list(map(ask, xs))`, ['data callback caller']],
  ['handed to a pool in a loop', `${fn}for y in xs:\n    pool.submit(ask, y)`, ['data loop caller']],
  [
    'a method called in a loop',
    `${py}class A:\n    def ask(self, x):\n        ${call}\n    def run(self):\n        for y in xs:\n            self.ask(y)`,
    ['data loop caller'],
  ],
  ['a function of the same name elsewhere is no caller', `${fn}for y in xs:\n    other.ask(y)`, []],
  [
    'the first that fits is returned',
    `${py}def f(xs):\n    for x in xs:\n        if x:\n            return ${call}`,
    [],
  ],
  [
    'tries until one answers',
    `${py}def f(x):\n    for i in range(3):\n        try:\n            r = ${call}\n            return r\n        except E:\n            pass`,
    ['retry loop here 3'],
  ],
  [
    'a break ends one loop, not the one around it',
    `${py}for y in ys:\n    for x in xs:\n        r = ${call}\n        break`,
    ['data loop here'],
  ],
  [
    'what follows the loop does not end it',
    `${py}def f(xs):\n    for x in xs:\n        r = ${call}\n    return r`,
    ['data loop here'],
  ],
  ['a returned comprehension', `${py}def f(xs):\n    return [${call} for x in xs]`, ['data comprehension here']],
  ['recursion ends', `${py}def f(x):\n    for y in x:\n        f(y)\n    ${call}`, ['data loop caller']],
] as const)('Python: %s', (_, code, sees) => expect(repeats(python, code)).toEqual(sees))

const ts = 'import OpenAI from "openai"\nconst c = new OpenAI()\n'
const ask = 'c.responses.create({ model: "gpt-4o", input: x })'

it.each([
  ['for … of', `${ts}for (const x of xs) await ${ask}`, ['data loop here']],
  ['a counter', `${ts}for (let i = 2; i <= 5; i++) ${ask}`, ['data loop here 4']],
  ['a counter over a list', `${ts}const l = [1, 2]\nfor (let i = 0; i < l.length; i++) ${ask}`, ['data loop here 2']],
  ['attempts', `${ts}for (let attempt = 0; attempt < 3; attempt++) ${ask}`, ['retry loop here 3']],
  ['for (;;)', `${ts}for (;;) { ${ask} }`, ['agent loop here']],
  ['while (true)', `${ts}while (true) { ${ask} }`, ['agent loop here']],
  [
    'a callback that returns is called again',
    `${ts}for (const y of ys) xs.map((x) => { return ${ask} })`,
    ['data callback here', 'data loop here'],
  ],
  ['the first that answers', `${ts}for (const x of xs) { try { return await ${ask} } catch {} }`, ['retry loop here']],
  ['a callback', `${ts}await Promise.all(xs.map(async (x) => ${ask}))`, ['data callback here']],
  ['so many of nothing', `${ts}Array.from({ length: 3 }, (_, x) => ${ask})`, ['data callback here 3']],
  ['so many filled', `${ts}Array(2).fill(0).map((x) => ${ask})`, ['data callback here 2']],
  ['so many keys', `${ts}for (const x of new Array(4).keys()) ${ask}`, ['data loop here 4']],
  ['a function handed over by name', `${ts}const f = async (x) => ${ask}\nxs.forEach(f)`, ['data callback caller']],
] as const)('TypeScript: %s', (_, code, sees) => expect(repeats(typescript, code)).toEqual(sees))

it('reads past a comment of nothing but marks', () => {
  const marks = '#'.repeat(80)
  const code = `from openai import OpenAI
c = OpenAI()
def ask(rows):
    for row in rows:
        r = c.responses.create(model="m", input=row)
        ${marks}
        ${marks}
        print(r)
        return r
`
  const module = python(code)
  const [call] = findModelCalls(fileDocument('src/a', 'python', code), module, [sdk])
  expect(call!.repeats.map(({ via }) => via)).toEqual(['loop'])
})
