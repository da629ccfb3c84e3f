import { describe, expect, it } from 'vitest'
import { lower as python } from '../../language-rules/languages/python/lower.ts'
import { lower as typescript } from '../../language-rules/languages/typescript/lower.ts'
import { type ProbedRow, probed } from '../../test/probed.ts'

const inPython: readonly ProbedRow[] = [
  [
    'by place and by name',
    'from functools import partial\ndef pick(family, size="", *, end=""):\n    return family + size + end\nmini = partial(pick, "a", end="-1")\nprobe(mini("-mini"))\nprobe(mini("-mini", end="-2"))\nprobe(pick("b"))',
    'known a-mini-1 constant',
    'known a-mini-2 constant',
    'known b parameter',
  ],
  [
    'one after the other',
    'from functools import partial\ndef pick(a, b, c):\n    return a + b + c\nprobe(partial(partial(pick, "a"), "b")("c"))',
    'known abc constant',
  ],
  [
    'and what the function itself is called with',
    'from functools import partial\ndef ask(model, text):\n    probe(model)\nfast = partial(ask, "a")\nfast("Hi")\nask("b", "Hi")',
    'oneOf b, a',
  ],
  [
    'handed on to what nobody sees call it',
    'from functools import partial\ndef ask(model, text):\n    probe(model)\n    probe(text)\nrun(partial(ask, "a"))',
    'known a parameter',
    'unknown dynamic',
  ],
]

const inTypeScript: readonly ProbedRow[] = [
  [
    'by bind',
    'function pick(model: string, end: string) {\n  return model + end\n}\nconst fast = pick.bind(null, "a")\nprobe(fast("-1"))\nprobe(pick("b", "-2"))',
    'known a-1 constant',
    'known b-2 constant',
  ],
  [
    'and what the function itself is called with',
    'const ask = (model: string, text: string) => probe(model)\nask.bind(undefined, "a")("Hi")\nask("b", "Hi")',
    'oneOf b, a',
  ],
]

describe('arguments given before, in Python', () => {
  it.each(inPython)('%s', (_, code, ...sees) => expect(probed(python, code)).toEqual(sees))
})

describe('arguments given before, in TypeScript', () => {
  it.each(inTypeScript)('%s', (_, code, ...sees) => expect(probed(typescript, code)).toEqual(sees))
})
