import { expect, it } from 'vitest'
import { lower as python } from '../../language-rules/languages/python/lower.ts'
import { type ProbedRow, probed } from '../../test/probed.ts'

const rows: readonly ProbedRow[] = [
  [
    'of a data class',
    'from dataclasses import dataclass, replace\n@dataclass\nclass C:\n    m: str = "a"\n    n: str = "b"\nc = replace(C(n="c"), m="d")\nprobe(c.m)\nprobe(c.n)\nprobe(C().m)',
    'known d attribute',
    'known c attribute',
    'known a attribute',
  ],
  [
    'of a model, and of a tuple with names',
    'from typing import NamedTuple\nfrom pydantic import BaseModel\nclass C(BaseModel):\n    m: str = "a"\nclass D(NamedTuple):\n    m: str = "a"\nprobe(C().model_copy(update={"m": "b"}).m)\nprobe(C(m="c").model_copy().m)\nprobe(D()._replace(m="b").m)',
    'known b attribute',
    'known c attribute',
    'known b attribute',
  ],
]

it.each(rows)('a copy with other things in their place: %s', (_, code, ...sees) =>
  expect(probed(python, code)).toEqual(sees),
)
