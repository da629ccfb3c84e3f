import { join } from 'node:path'
import { type Command, Option } from 'commander'
import { createConfigs } from '../core/config/configs.ts'
import { configName } from '../core/config/find.ts'
import type { SpendCommand } from './commands/spend.ts'
import { configSentences, type Exit, type Out } from './output.ts'
import { readText, slashed } from './tree.ts'

const formats = ['text', 'json', 'csv'] as const
const more = (value: string, before: readonly string[]) => [...before, value]
const parts = (value: string) => value.split(',').map((part) => part.trim())

/** `outlay spend`: what was really spent, read with the user's own credentials. Nothing is read unless it is asked for here. */
export function spendCommands(program: Command, cwd: string, out: Out, done: (exit: Exit) => void): void {
  program
    .command('spend')
    .description('what was really spent, from the billing APIs and from FOCUS files')
    .option('--source <source>', 'a source by its id, or a FOCUS file; may be given several times', more, [])
    .option(
      '--by <dimensions>',
      'day, week, month, provider, service, model, region, account, project, key, resource, tag:<name>',
      parts,
      ['provider', 'service'],
    )
    .option('--since <day>', 'first day, UTC: 2026-11-01; thirty days if left out')
    .option('--until <day>', 'last day, UTC; today if left out')
    .option('--address <source=url>', 'another address that speaks the same API', more, [])
    .addOption(new Option('--format <format>', 'text, json or csv').choices(formats).default('text'))
    .action(async (options: Omit<SpendCommand, 'cwd'>) => {
      const [{ runSpend }, { createBillingClient }, { registry }] = await Promise.all([
        import('./commands/spend.ts'),
        import('../billing/client.ts'),
        import('../language-rules/registry.gen.ts'),
      ])
      const configs = createConfigs(readText, registry.rules, { env: (name) => process.env[name] })
      const { settings, errors } = configs.resolve(slashed(join(cwd, configName)))
      for (const sentence of configSentences(errors)) out.tell(sentence)
      if (errors.length > 0) return done(2)
      const client = createBillingClient(join(import.meta.dirname, 'billing.mjs'))
      try {
        const tools = {
          env: process.env,
          client,
          scopeOf: (source: string) => settings?.spendScope?.[source] ?? {},
          today: new Date().toISOString().slice(0, 10),
        }
        done(await runSpend({ ...options, cwd }, tools, out))
      } finally {
        client.stop()
      }
    })
}
