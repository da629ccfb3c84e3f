import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { meant } from '../core/config/explain.ts'
import { severities } from '../core/config/severities.ts'
import type { PriceBook } from '../core/prices/book.ts'
import { isSnapshotDamage } from '../core/prices/damage.ts'
import type { DiffCommand } from './commands/diff.ts'
import type { AlternativesCommand, FindCommand } from './commands/prices.ts'
import type { UpdateCommand } from './commands/prices-update.ts'
import type { ScanCommand } from './commands/scan.ts'
import { type Engine, loadEngine } from './engine.ts'
import { diffFormats, findOrders, pricesFormats, scanFormats } from './formats.ts'
import { optionText } from './help.ts'
import type { Exit, Out } from './output.ts'
import { scanCached } from './scan-cache.ts'
import { spendCommands } from './spend-program.ts'
import { version } from './version.ts'
import { givePlaceToYoung } from './young-room.ts'

const thresholds = [...severities, 'never'] as const

/** One of a few words; a mistake is told the nearest. */
function oneOf<Word extends string>(words: readonly Word[]): (value: string) => Word {
  return (value) => {
    const word = words.find((each) => each === value)
    if (word === undefined) throw new InvalidArgumentError(`Expected ${words.join(', ')}${meant(value, words)}`)
    return word
  }
}

type ScanOptions = Omit<ScanCommand, 'cwd' | 'paths'> & { readonly cache: boolean } & Readonly<Record<string, unknown>>

function commands(cwd: string, out: Out, scans: string | undefined, done: (exit: Exit) => void): Command {
  const program = new Command('outlay')
    .enablePositionalOptions()
    .description('What code and infrastructure will cost, before it runs.')
    .version(version)
    .exitOverride()
    .configureHelp({ optionDescription: optionText })
    .configureOutput({ writeOut: out.print, writeErr: (text) => out.tell(text.trimEnd()) })

  const scan = program
    .command('scan')
    .description('find what costs money, what it costs, and what would cost less')
    .argument('[paths...]', 'files and folders; the working directory if none')
    .option('--format <format>', 'text, json, sarif or markdown', oneOf(scanFormats), 'text' as const)
    .option('--fix', 'apply the safe fixes', false)
    .option('--show-suppressed', 'list suppressed findings too', false)
    .option(
      '--what-if',
      "say what reservations, committed use, savings plans and one's own licences would cost instead; in no total",
      false,
    )
    .option(
      '--fail-on <severity>',
      'exit 1 from this severity on: error, warning, info, hint, or never',
      oneOf(thresholds),
      'error' as const,
    )
    .option(
      '--var-file <file>',
      'read Terraform roots with this variable file too; may be given several times',
      (file: string, before: readonly string[]) => [...before, file],
      [],
    )
    .option('--workspace <name>', 'what terraform.workspace is')
    .option('--plan <file>', 'what "terraform show -json <plan>" printed: its values win over the source')
    .option('--free-tiers', "take providers' monthly free allowances off, each once for a Terraform root")
    .option('--no-free-tiers', 'take none off, whatever the config says')
    .option('--config <file>', 'use this config for every file, instead of the nearest outlay.json')
    .option('--no-cache', 'scan anew, although nothing may have changed')
  scan.action(async (paths: string[], { cache, ...options }: ScanOptions) => {
    const command = { ...options, cwd, paths }
    const kept = cache && !options.fix ? scans : undefined
    done(
      kept === undefined
        ? await (await import('./commands/scan.ts')).runScan(command, await engineOfScan(), out)
        : await scanCached(command, engineOfScan, out, kept),
    )
  })

  program
    .command('diff')
    .description('what a change adds per month and per call')
    .argument('[base]', 'a git revision', 'HEAD')
    .argument('[head]', 'a git revision; the working tree if left out')
    .option('--format <format>', 'text, json or markdown', oneOf(diffFormats), 'text' as const)
    .action(async (base: string, head: string | undefined, { format }: Pick<DiffCommand, 'format'>) => {
      const { runDiff } = await import('./commands/diff.ts')
      done(await runDiff({ cwd, base, head, format }, await engineOfScan(), out))
    })

  program
    .command('explain')
    .description('what a rule is about, or how the cost on a line is worked out')
    .argument('<what>', 'the name of a rule, or a file and a line: app.py:12')
    .action(async (what: string) => {
      const { placeIn, runExplainCost } = await import('./commands/explain-cost.ts')
      const place = placeIn(what)
      if (place) return done(await runExplainCost({ cwd, ...place, today: today() }, await loadEngine(), out))
      const [{ runExplain }, { registry }] = await Promise.all([
        import('./commands/explain.ts'),
        import('../language-rules/registry.gen.ts'),
      ])
      done(runExplain(what, registry.rules, out))
    })

  program
    .command('init')
    .description('write an outlay.json with every setting explained')
    .action(async () => done((await import('./commands/init.ts')).runInit(cwd, out)))

  prices(program, cwd, out, done)
  spendCommands(program, cwd, out, done)
  return program
}

/** Of a whole project: what goes through many files needs the room, and what answers at once does not wait for it. */
function engineOfScan(): Promise<Engine> {
  givePlaceToYoung()
  return loadEngine()
}

/** ISO date of today, as the price lists are dated. */
const today = () => new Date().toISOString().slice(0, 10)

function prices(program: Command, cwd: string, out: Out, done: (exit: Exit) => void): void {
  const group = program.command('prices').description('look prices up: everywhere, and what would cost less')
  const withBook = async (command: (book: PriceBook) => Exit) => {
    const [{ loadPriceBook }, { withRefreshed }, { userBook }, { registry }] = await Promise.all([
      import('./price-book.ts'),
      import('./prices-refresh/book.ts'),
      import('./user-book.ts'),
      import('../language-rules/registry.gen.ts'),
    ])
    const book = userBook(withRefreshed(loadPriceBook(undefined, today())), cwd, registry.rules, out)
    done(book ? command(book) : 2)
  }
  const format = () => new Option('--format <format>', 'text or json').argParser(oneOf(pricesFormats)).default('text')

  group
    .command('find')
    .description('what a machine type, GPU, model or storage class costs in every region and cloud')
    .argument('<what>', 'm7i.large, 8xH100, gpt-4o, "s3 STANDARD"')
    .option('--region <region>', 'this region only')
    .option('--all', 'every row of a long table', false)
    .addOption(
      new Option('--sort <order>', 'price, or carbon: the least of an hour first')
        .argParser(oneOf(findOrders))
        .default('price'),
    )
    .addOption(format())
    .action(async (what: string, options: Omit<FindCommand, 'what'>) => {
      const { runPricesFind } = await import('./commands/prices.ts')
      await withBook((book) => runPricesFind({ ...options, what }, book, out))
    })

  group
    .command('alternatives')
    .description('what would do the same for less, and what is lost by it')
    .argument('<what>', 'm7i.large, 8xH100, gpt-4o, "s3 STANDARD"')
    .option('--need <need>', 'gpu=8xH100,memory=64GB,vcpu=16,region=us-east-1,spot=no,arch=x86_64', '')
    .addOption(format())
    .action(async (what: string, options: Pick<AlternativesCommand, 'need' | 'format'>) => {
      const { runPricesAlternatives } = await import('./commands/prices.ts')
      await withBook((book) => runPricesAlternatives({ ...options, what, today: today() }, book, out))
    })

  group
    .command('status')
    .description('where the prices are from, and how old they are')
    .addOption(format())
    .action(async (options: Pick<FindCommand, 'format'>) => {
      const [{ runPricesStatus }, { loadManifest }, { refreshedSources }] = await Promise.all([
        import('./commands/prices.ts'),
        import('./price-book.ts'),
        import('./prices-refresh/book.ts'),
      ])
      const refreshed = refreshedSources()
      for (const problem of refreshed.problems) out.tell(problem)
      const sources = [...loadManifest().sources, ...refreshed.sources]
      done(runPricesStatus(options, sources, refreshed.unread, today(), out))
    })

  group
    .command('update')
    .description("read prices anew from the providers' public lists; nothing is read unless you ask for it here")
    .option('--source <id...>', 'these sources only', [])
    .option('--region <region...>', 'regions of the lists that are read by region (AWS, Azure)', [])
    .option('--accept-drift', 'take a list although it lost or moved more prices than it may', false)
    .action(async (options: Omit<UpdateCommand, 'bases'>) => {
      done(await (await import('./commands/prices-update.ts')).runPricesUpdate(options, out))
    })
}

/** Runs one command line. @param scans the folder where answers of scans are kept, if they are. @returns the exit code: 0 clean, 1 something to act on, 2 could not do it */
export async function run(args: readonly string[], cwd: string, out: Out, scans?: string): Promise<Exit> {
  let exit: Exit = 0
  try {
    await commands(cwd, out, scans, (code) => {
      exit = code
    }).parseAsync([...args], { from: 'user' })
  } catch (error) {
    if (isSnapshotDamage(error)) {
      out.tell(error.message)
      return 2
    }
    if (!(error instanceof CommanderError)) throw error
    return error.exitCode === 0 ? 0 : 2
  }
  return exit
}
