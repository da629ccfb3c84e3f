import { resolve } from 'node:path'
import type { BillingClient } from '../../billing/client.ts'
import type { SpendSchemas } from '../../billing/report/schema.ts'
import { validationText } from '../../billing/report/validation.ts'
import { printJson } from '../../core/report/json.ts'
import type { Exit, Out } from '../output.ts'

export interface ValidateCommand {
  readonly cwd: string
  readonly file: string
  readonly format: 'text' | 'json'
}

/** @returns 0 where the file keeps to FOCUS 1.2, 1 where it does not, 2 where it cannot be read */
export async function runValidate(
  { cwd, file, format }: ValidateCommand,
  client: Pick<BillingClient, 'validate'>,
  out: Out,
): Promise<Exit> {
  const validated = await client.validate(resolve(cwd, file))
  if (validated.is === 'failed') {
    out.tell(validated.failure.message)
    return 2
  }
  const { is: _, ...answer } = validated
  if (format === 'text') out.print(validationText(answer))
  else out.print(printJson({ schema: 1, asOf: new Date().toISOString(), ...answer } satisfies SpendSchemas['validate']))
  return answer.violations.length > 0 ? 1 : 0
}
