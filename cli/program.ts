import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { meant } from '../core/config/explain.ts'
import { severities } from '../core/config/schema.ts'
import { type DiffCommand, diffFormats, runDiff } from './commands/diff.ts'
import { runExplain } from './commands/explain.ts'
import { runInit } from './commands/init.ts'
import { runScan, type ScanCommand, scanFormats } from './commands/scan.ts'
import { loadEngine } from './engine.ts'
import type { Exit, Out } from './output.ts'
import { version } from './version.ts'

const thresholds = [...severities, 'never'] as const

/** One of a few words; a mistake is told the nearest. */
function oneOf<Word extends string>(words: readonly Word[]): (value: string) => Word {
  return (value) => {
    const word = words.find((each) => each === value)
    if (word === undefined) throw new InvalidArgumentError(`Expected ${words.join(', ')}${meant(value, words)}`)
    return word
  }
}

/** Flags that are promised and not built: a clear refusal, not another number. */
const later = ['--var-file <file>', '--plan <file>', '--workspace <name>'] as const

function commands(cwd: string, out: Out, done: (exit: Exit) => void): Command {
  const program = new Command('outlay')
    .description('What code and infrastructure will cost, before it runs.')
    .version(version)
    .exitOverride()
    .configureOutput({ writeOut: out.print, writeErr: (text) => out.tell(text.trimEnd()) })

  const scan = program
    .command('scan')
    .description('find what costs money, what it costs, and what would cost less')
    .argument('[paths...]', 'files and folders; the working directory if none')
    .option('--format <format>', 'text, json, sarif or markdown', oneOf(scanFormats), 'text' as const)
    .option('--fix', 'apply the safe fixes', false)
    .option('--show-suppressed', 'list suppressed findings too', false)
    .option(
      '--fail-on <severity>',
      'exit 1 from this severity on: error, warning, info, hint, or never',
      oneOf(thresholds),
      'error' as const,
    )
    .option('--config <file>', 'use this config for every file, instead of the nearest outlay.json')
  for (const flags of later) scan.addOption(new Option(flags).hideHelp())
  scan.action(async (paths: string[], options: Omit<ScanCommand, 'cwd' | 'paths'> & Record<string, unknown>) => {
    const refused = later.find((flags) => options[new Option(flags).attributeName()] !== undefined)
    if (refused !== undefined) {
      out.tell(`${refused.split(' ')[0]} is not supported yet: only what Terraform loads by itself is read.`)
      return done(2)
    }
    done(await runScan({ ...options, cwd, paths }, await loadEngine(), out))
  })

  program
    .command('diff')
    .description('what a change adds per month and per call')
    .argument('[base]', 'a git revision', 'HEAD')
    .argument('[head]', 'a git revision; the working tree if left out')
    .option('--format <format>', 'text, json or markdown', oneOf(diffFormats), 'text' as const)
    .action(async (base: string, head: string | undefined, { format }: Pick<DiffCommand, 'format'>) => {
      done(await runDiff({ cwd, base, head, format }, await loadEngine(), out))
    })

  program
    .command('explain')
    .description('what a rule is about')
    .argument('<rule>')
    .action(async (rule: string) =>
      done(runExplain(rule, (await import('../language-rules/registry.gen.ts')).registry.rules, out)),
    )

  program
    .command('init')
    .description('write an outlay.json with every setting explained')
    .action(() => done(runInit(cwd, out)))

  return program
}

/** Runs one command line. @returns the exit code: 0 clean, 1 something to act on, 2 could not do it */
export async function run(args: readonly string[], cwd: string, out: Out): Promise<Exit> {
  let exit: Exit = 0
  try {
    await commands(cwd, out, (code) => {
      exit = code
    }).parseAsync([...args], { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    return error.exitCode === 0 ? 0 : 2
  }
  return exit
}
