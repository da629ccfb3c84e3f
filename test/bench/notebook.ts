import { noPrices } from '../../core/prices/none.fixture.ts'
import { createSession } from '../../core/session.ts'
import { noSettings } from '../../core/settings.ts'
import { estimator } from '../../core/tokens/estimator.ts'
import { pythonNotebook } from '../../language-rules/languages/notebook.ts'
import { registry } from '../../language-rules/registry.gen.ts'
import { percentile, show, times } from './measure.ts'

const file = 'long.ipynb'

/** A notebook of 500 cells with a call in every tenth: the first analysis of it, and one after each letter typed into a cell. */
export async function notebook(unit: number): Promise<string> {
  const cells = Array.from({ length: 500 }, (_, n) => cellOf(n))
  const session = createSession({ registry, prices: noPrices, tokens: () => estimator, settings: () => noSettings })
  const analyse = async (version: number) => {
    const all = cells.map((text, cell) => ({ cell, text }))
    session.openDocument(pythonNotebook(file, all, version))
    await session.prepare(file)
    session.analyse(file)
  }
  const [first = Number.NaN] = await times(1, () => analyse(1))
  const type = (version: number) => {
    cells[250] += 'x'
    return analyse(version)
  }
  await times(20, (i) => type(i + 2))
  const ms = await times(60, (i) => type(i + 22))
  const figure = (p: number) => `p${p} ${show(percentile(ms, p))} ms = ${(percentile(ms, p) / unit).toFixed(2)}×`
  return `notebook of 500 cells: first ${show(first)} ms, a letter in a cell ${figure(50)}, ${figure(95)}`
}

function cellOf(n: number): string {
  if (n === 0) return 'from openai import OpenAI\nclient = OpenAI()\nMODEL = "gpt-4o-mini"'
  const helper = `%time\ndef step_${n}(rows):\n    total = 0\n    for row in rows:\n        total += row * ${n}\n    return total\n`
  const call = `client.responses.create(model=MODEL, input=f"Rows: {step_${n}([1, 2])}", max_output_tokens=200)\n`
  return n % 10 === 1 ? `${helper}${call}# ` : `${helper}# `
}
