import type { RuleExample } from '../../../core/rule.ts'

export const coldStartExamples: readonly RuleExample[] = [
  {
    name: 'a class of Modal that waits for five minutes',
    lang: 'python',
    code: `import modal

app = modal.App("serve")

@app.cls(gpu="H100", scaledown_window=300)
class Model:
    pass
`,
    finds: [
      {
        line: 5,
        message:
          'H100 waits 300 seconds after each burst of requests, $0.33, and each minute of a start is $0.0659. Kept ready it is $2,888 a month, as much as 8,760 such waits.',
      },
    ],
  },
  {
    name: 'in TypeScript',
    lang: 'typescript',
    code: `import { ModalClient } from 'modal'

const modal = new ModalClient()
const cls = (await modal.cls.fromName('serve', 'Model')).withOptions({ gpu: 'L40S:2', scaledownWindowMs: 120_000 })
`,
    finds: [
      {
        line: 4,
        message:
          '2 × L40S waits 120 seconds after each burst of requests, $0.13, and each minute of a start is $0.0652. Kept ready it is $2,854 a month, as much as 21,900 such waits.',
      },
    ],
  },
  {
    name: 'kept ready, without a GPU, or where the time is not told',
    lang: 'python',
    code: `import modal

app = modal.App("serve")

@app.cls(gpu="H100", scaledown_window=300, min_containers=1)
class Kept:
    pass

@app.function(scaledown_window=300)
def light():
    pass

@app.function(gpu="H100")
def usual():
    pass
`,
    finds: [],
  },
  {
    name: 'the time is not told, TypeScript',
    lang: 'typescript',
    code: `import { ModalClient } from 'modal'

const modal = new ModalClient()
const cls = (await modal.cls.fromName('serve', 'Model')).withOptions({ gpu: 'L40S' })
`,
    finds: [],
  },
]
