import { describe, expect, it } from 'vitest'
import { lower as python } from '../../language-rules/languages/python/lower.ts'
import { lower as typescript } from '../../language-rules/languages/typescript/lower.ts'
import { type ProbedRow, probed } from '../../test/probed.ts'

const inPython: readonly ProbedRow[] = [
  [
    'those of a list that fit, and the first of them',
    'all = ["a", "b", "c"]\nfor m in [m + "-1" for m in all if ok(m)]:\n    probe(m)\nfor m in all[:2]:\n    probe(m)\nfor m in filter(ok, all):\n    probe(m)\nprobe(sorted(all, key=len)[0])\nprobe(max(all, key=len))\nprobe(next((m for m in all if ok(m)), "d"))',
    'oneOf a-1, b-1, c-1',
    'oneOf a, b, c',
    'oneOf a, b, c',
    'oneOf a, b, c',
    'oneOf a, b, c',
    'oneOf a, b, c, d',
  ],
  [
    'those of several lists',
    'from itertools import chain, product\nfor m in chain(["a"], ["b"]):\n    probe(m)\nfor m, n in product(["a", "b"], [1, 2]):\n    probe(m)\n    probe(n)\nfor m in chain(["a"], more):\n    probe(m)',
    'oneOf a, b',
    'oneOf a, b',
    'oneOf 1, 2',
    'unknown dynamic',
  ],
  [
    'of a list that grows',
    'found = [m for m in ["a"]]\nfound.append(x)\nfor m in found:\n    probe(m)',
    'unknown dynamic',
  ],
]

const inTypeScript: readonly ProbedRow[] = [
  [
    'those of a list that fit, what is made of each, and one of them',
    'const all = ["a", "b"]\nfor (const m of all.filter((m) => ok(m))) probe(m)\nconst made = all.map((m) => `${m}-1`)\nfor (const m of made) probe(m)\nprobe(all.find((m) => ok(m))!)\nprobe([{ m: "a" }, { m: "b" }].find(({ m }) => ok(m))!.m)',
    'oneOf a, b',
    'oneOf a-1, b-1',
    'oneOf a, b',
    'oneOf a, b',
  ],
]

describe('each of what only a run counts, in Python', () => {
  it.each(inPython)('%s', (_, code, ...sees) => expect(probed(python, code)).toEqual(sees))
})

describe('each of what only a run counts, in TypeScript', () => {
  it.each(inTypeScript)('%s', (_, code, ...sees) => expect(probed(typescript, code)).toEqual(sees))
})
