import { editedIn } from '../../core/edited.ts'
import type { HclFile } from '../../language-rules/formats/terraform/hcl/ast.ts'
import { parseHcl } from '../../language-rules/formats/terraform/hcl/body.ts'
import { reparse } from '../../language-rules/formats/terraform/hcl/reparse.ts'
import { median, show, times } from './measure.ts'
import { terraformFile } from './texts.ts'

/** Reading a file of Terraform, and reading it on after one character is typed in its middle. Warm. */
export async function terraformParse(unit: number): Promise<string[]> {
  const figure = (ms: number) => `${show(ms)} ms = ${(ms / unit).toFixed(3)}×`
  const text = terraformFile(2000)
  await times(50, () => parseHcl(text))
  const whole = median(await times(100, () => parseHcl(text)))
  const large = terraformFile(5000)
  const at = large.indexOf('batch', large.length / 2)
  let now = large
  let file: HclFile = parseHcl(large)
  const edits = await times(150, () => {
    const next = `${now.slice(0, at)}x${now.slice(at)}`
    file = reparse(file, editedIn(now, next), next)
    now = next
  })
  return [
    `Terraform parse: 2,000 lines ${figure(whole)}; a keystroke in 5,000 lines ${figure(median(edits.slice(50)))}`,
  ]
}
