// A notebook instance of SageMaker has no schedule of its own: a script that runs when it starts tells cron to stop it.
// https://docs.aws.amazon.com/sagemaker/latest/dg/notebook-lifecycle-config.html
import { addArgument } from '../fixes/arguments.ts'
import { addAfterBlock, setAttribute } from '../fixes/blocks.ts'
import { addImports } from '../fixes/imports.ts'
import { requestBefore, sameArgument } from '../fixes/next-request.ts'
import { code, inline, type Value } from '../fixes/written-value.ts'
import type { ResourceContext } from '../rule.ts'
import type { Edit, Resource } from '../types.ts'
import type { Schedule } from './schedules.ts'

type Context = Pick<ResourceContext<unknown>, 'code' | 'document'>

const title = 'Stop it every evening at 18:00 UTC'

const script = [
  '#!/bin/bash',
  'name=$(jq -r .ResourceName /opt/ml/metadata/resource-metadata.json)',
  'echo "0 18 * * * aws sagemaker stop-notebook-instance --notebook-instance-name $name" | crontab -',
]

/** Its role must be allowed to stop it. */
export function notebookSchedule(notebook: Resource, context: Context): Schedule | undefined {
  const edits = notebook.source.call ? inCode(notebook, context) : inTerraform(notebook, context)
  const made = edits.filter((edit) => edit !== undefined)
  return made.length === edits.length ? { title, edits: made } : undefined
}

function inTerraform(notebook: Resource, { document }: Context): readonly (Edit | undefined)[] {
  const name = notebook.address.split('.').at(-1)!
  const type = 'aws_sagemaker_notebook_instance_lifecycle_configuration'
  const lines = [
    `resource "${type}" "${name}" {`,
    `  name = "${name.replaceAll('_', '-')}-evening"`,
    // A text over several lines has the line ends of its file, which the shell of the notebook may not take.
    '  on_start = base64encode(join("\\n", [',
    ...script.map((line) => `    ${JSON.stringify(line)},`),
    '  ]))',
    '}',
  ]
  return [
    setAttribute(notebook, 'lifecycle_config_name', `${type}.${name}.name`, document),
    addAfterBlock(notebook, lines, document),
  ]
}

function inCode(notebook: Resource, context: Context): readonly (Edit | undefined)[] {
  const { code: read, document } = context
  const written = sameArgument(notebook, 'NotebookInstanceName', context)
  if (!read || written === undefined) return [undefined]
  const isPython = read.named === 'keyword'
  const name = evening(inline(written, read.named))
  const fields = {
    NotebookInstanceLifecycleConfigName: code(name),
    OnStart: [{ Content: isPython ? inPython : inTypeScript }],
  }
  const [start] = notebook.location.span
  const imports = isPython ? addImports(['import base64'], start, document, read.module) : []
  return [
    ...(imports ?? [undefined]),
    ...requestBefore(notebook, { method: 'create_notebook_instance_lifecycle_config', fields }, context),
    addArgument(notebook, 'LifecycleConfigName', name, document),
  ]
}

/** `'lab'` → `'lab-evening'`; of a name, what is added to it. */
const evening = (name: string) =>
  /["'`]$/.test(name) ? `${name.slice(0, -1)}-evening${name.at(-1)}` : `${name} + "-evening"`

const inPython: Value = code(
  'base64.b64encode(',
  '    "\\n".join(',
  '        [',
  ...script.map((line) => `            ${line.includes('"') ? `'${line}'` : `"${line}"`},`),
  '        ]',
  '    ).encode()',
  ').decode()',
)

const inTypeScript: Value = code(
  'Buffer.from(',
  '  [',
  ...script.map((line) => `    '${line}',`),
  "  ].join('\\n'),",
  ").toString('base64')",
)
