import { join } from 'node:path'
import { type Command, Option } from 'commander'
import type { StorePlace } from '../billing/store.ts'
import { configName } from '../core/config/name.ts'
import { noSpendSettings } from '../core/config/spend.ts'
import { dimensionsText } from '../core/spend-dimensions.ts'
import type { SpendCommand } from './commands/spend.ts'
import type { AheadCommand } from './commands/spend-ahead.ts'
import type { EraseCommand } from './commands/spend-erase.ts'
import type { SyncCommand } from './commands/spend-sync.ts'
import type { ValidateCommand } from './commands/spend-validate.ts'
import { configSentences, type Exit, type Out } from './output.ts'
import { ownProcess } from './own-process.ts'
import type { SpendTools } from './spend/read.ts'
import { filterText, more, spendAnalyses } from './spend-analyses.ts'
import { readText, slashed } from './tree.ts'

const storeText = 'folder of a store; OUTLAY_STORE, or a folder of your own if left out'
const parts = (value: string) => value.split(',').map((part) => part.trim())

/** `outlay spend`: what was really spent, read with the user's own credentials. Nothing is read unless it is asked for here. */
export function spendCommands(program: Command, cwd: string, out: Out, done: (exit: Exit) => void): void {
  const reading = (command: Command) =>
    command
      .option(
        '--source <source>',
        'a source by its id, or an export: a file, a folder or a glob of FOCUS, AWS CUR, Azure or OCI files; may be given several times',
        more,
        [],
      )
      .option('--address <source=url>', 'another address that speaks the same API', more, [])
      .option('--store <folder>', storeText)
  const format = (...formats: string[]) =>
    new Option('--format <format>', 'how it is printed').choices(formats).default('text')

  const spend = reading(program.command('spend').enablePositionalOptions())
    .description('what was really spent, from the billing APIs and from FOCUS files')
    .option('--by <dimensions>', dimensionsText, parts, ['provider', 'service'])
    .option('--since <day>', 'first day, UTC: 2026-11-01; if left out thirty days, of files all')
    .option('--until <day>', 'last day, UTC; today if left out')
    .option('--where <dimension=value>', filterText, more, [])
    .addOption(format('text', 'json', 'csv', 'focus', 'parquet'))
    .option('--out <file>', 'where single charges go, with --format focus or parquet')
    .action(async (options: Omit<SpendCommand, 'cwd'>) => {
      const { runSpend } = await import('./commands/spend.ts')
      done(await withTools(cwd, out, (tools) => runSpend({ ...options, cwd }, tools, out)))
    })

  reading(spend.command('forecast'))
    .description('what this month will come to, with the band it is to fall in')
    .option('--where <dimension=value>', filterText, more, [])
    .addOption(format('text', 'json'))
    .action(async (options: Omit<AheadCommand, 'cwd'>) => {
      const [{ runForecast }, { loadMstl }] = await ahead()
      const method = await loadMstl()
      done(await withTools(cwd, out, (tools) => runForecast({ ...options, cwd }, tools, method, out)))
    })

  reading(spend.command('anomalies'))
    .description('days of the last two weeks that cost far more or less than usual')
    .option('--where <dimension=value>', filterText, more, [])
    .addOption(format('text', 'json'))
    .action(async (options: Omit<AheadCommand, 'cwd'>) => {
      const [{ runAnomalies }, { loadMstl }] = await ahead()
      const method = await loadMstl()
      done(await withTools(cwd, out, (tools) => runAnomalies({ ...options, cwd }, tools, method, out)))
    })

  reading(spend.command('sync'))
    .description('read the sources into a store: of each the days that are new or may still change')
    .option('--since <day>', 'first day, UTC; what is there already if left out')
    .addOption(format('text', 'json'))
    .action(async (options: Omit<SyncCommand, 'cwd'>) => {
      const { runSync } = await import('./commands/spend-sync.ts')
      const stop = new AbortController()
      // The second Ctrl-C ends at once.
      process.once('SIGINT', () => stop.abort())
      done(await withTools(cwd, out, (tools) => runSync({ ...options, cwd }, tools, out, stop.signal)))
    })

  spend
    .command('erase')
    .description('remove what was read into a store')
    .option('--source <source>', 'only what was read from this source')
    .option('--store <folder>', storeText)
    .action(async (options: EraseCommand) => {
      const { runErase } = await import('./commands/spend-erase.ts')
      done(await withTools(cwd, out, (tools) => runErase(options, tools, out)))
    })

  spendAnalyses({
    spend,
    reading,
    format,
    run: async (use) => done(await withTools(cwd, out, (tools) => use(tools, cwd, out))),
  })

  spend
    .command('validate')
    .description('check a file against the rules of FOCUS 1.2; nothing is loaded')
    .argument('<file>', 'CSV, also gzipped, or Parquet')
    .addOption(format('text', 'json'))
    .action(async (file: string, options: Pick<ValidateCommand, 'format'>) => {
      const { runValidate } = await import('./commands/spend-validate.ts')
      done(await withTools(cwd, out, ({ client }) => runValidate({ ...options, file, cwd }, client, out)))
    })
}

const ahead = () => Promise.all([import('./commands/spend-ahead.ts'), import('../billing/forecast/mstl.ts')])

async function withTools(cwd: string, out: Out, use: (tools: SpendTools) => Promise<Exit>): Promise<Exit> {
  const [{ createBillingClient }, { createConfigs }, { registry }] = await Promise.all([
    import('../billing/client.ts'),
    import('../core/config/configs.ts'),
    import('../language-rules/registry.gen.ts'),
  ])
  const configs = createConfigs(readText, registry.rules, { env: (name) => process.env[name] })
  const { settings, errors } = configs.resolve(slashed(join(cwd, configName)))
  for (const sentence of configSentences(errors)) out.tell(sentence)
  if (errors.length > 0) return 2
  const { unknownScopes } = await import('../billing/kept-to.ts')
  for (const sentence of unknownScopes(settings?.spendScope)) out.tell(sentence)
  const { choiceOf, commandPlace } = await import('./spend/store.ts')
  let place: StorePlace = { is: 'memory' }
  const bundle = new URL('./billing.mjs', import.meta.url)
  const { file, execArgv } = ownProcess(bundle, new URL('./spend/process.ts', import.meta.url))
  const client = createBillingClient(file, execArgv, () => place)
  try {
    return await use({
      env: process.env,
      client,
      scopeOf: (source) => settings?.spendScope?.[source] ?? {},
      settings: settings?.spend ?? noSpendSettings,
      today: new Date().toISOString().slice(0, 10),
      storeAt: (folder) => {
        const chosen = commandPlace(folder, cwd, settings)
        return choiceOf(chosen, () => {
          place = chosen
        })
      },
    })
  } finally {
    client.stop()
  }
}
