// Run by terraform-parse.ts in a process of its own: reading a file of Terraform, and reading it on after each of many keystrokes.
import { editedIn } from '../../core/edited.ts'
import type { HclFile } from '../../language-rules/formats/terraform/hcl/ast.ts'
import { parseHcl } from '../../language-rules/formats/terraform/hcl/body.ts'
import { reparse } from '../../language-rules/formats/terraform/hcl/reparse.ts'
import { times } from './measure.ts'
import { terraformFile } from './texts.ts'

async function run(): Promise<void> {
  const text = terraformFile(2000)
  await times(100, () => parseHcl(text))
  const whole = await times(200, () => parseHcl(text))
  const large = terraformFile(5000)
  const at = large.indexOf('batch', large.length / 2)
  let now = large
  let file: HclFile = parseHcl(large)
  const edits = await times(200, () => {
    const next = `${now.slice(0, at)}x${now.slice(at)}`
    file = reparse(file, editedIn(now, next), next)
    now = next
  })
  process.stdout.write(JSON.stringify({ whole, edits: edits.slice(100) }))
}

void run()
