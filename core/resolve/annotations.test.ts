import { expect, it } from 'vitest'
import { lower as python } from '../../language-rules/languages/python/lower.ts'
import { type ProbedRow, probed } from '../../test/probed.ts'

const rows: readonly ProbedRow[] = [
  [
    'one of what is written down, unless it may be another',
    'from typing import Literal, Optional\nKind = Literal["a", "b"]\ndef f(m: Literal["a", "b"], n: Kind, o: Optional[Kind], p: Kind | str, q: Kind = "b"):\n    probe(m)\n    probe(n)\n    probe(o)\n    probe(p)\n    probe(q)',
    'oneOf a, b',
    'oneOf a, b',
    'oneOf a, b',
    'unknown dynamic',
    'assumed b parameter',
  ],
  [
    'what it depends on, beside its type',
    'from typing import Annotated\nfrom fastapi import Depends\ndef chosen():\n    return "a"\ndef f(m: Annotated[str, Depends(chosen)]):\n    probe(m)',
    'known a constant',
  ],
]

it.each(rows)('what a parameter is declared to be: %s', (_, code, ...sees) =>
  expect(probed(python, code)).toEqual(sees),
)
