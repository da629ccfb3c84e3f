import { type Command, InvalidArgumentError, Option } from 'commander'
import { dimensionsText } from '../core/spend-dimensions.ts'
import type { AllocationCommand } from './commands/spend-allocation.ts'
import type { BudgetsCommand } from './commands/spend-budgets.ts'
import type { CarbonCommand } from './commands/spend-carbon.ts'
import type { ChangeCommand } from './commands/spend-change.ts'
import type { CommitmentsCommand } from './commands/spend-commitments.ts'
import type { UnitCommand } from './commands/spend-unit.ts'
import type { Exit, Out } from './output.ts'
import type { SpendTools } from './spend/read.ts'

export const more = (value: string, before: readonly string[]) => [...before, value]
export const filterText =
  'only what matches, e.g. service=EC2; tag:team= is what has no such tag; may be given several times'

interface Parts {
  readonly spend: Command
  /** With the options that say what is read. */
  reading(command: Command): Command
  format(...formats: string[]): Option
  /** Does it with the tools, and leaves with its exit code. */
  run(use: (tools: SpendTools, cwd: string, out: Out) => Promise<Exit>): Promise<void>
}

/** What is asked of the spend, beyond what it is. */
export function spendAnalyses({ spend, reading, format, run }: Parts): void {
  const dated = (command: Command) =>
    reading(command)
      .option('--since <day>', 'first day, UTC: 2026-11-01; if left out thirty days, of files all')
      .option('--until <day>', 'last day, UTC; today if left out')
  const ranged = (command: Command) => dated(command).option('--where <dimension=value>', filterText, more, [])

  ranged(spend.command('change'))
    .description('what spend changed by since the period before, and why: price, quantity, what is new and gone')
    .option('--by <dimension>', dimensionsText, 'service')
    .option('--versus <period>', 'another period to compare with: 2026-10-01..2026-10-31')
    .addOption(
      new Option('--cost <which>', 'effective: what use consumed; billed: what is invoiced')
        .choices(['effective', 'billed'])
        .default('effective'),
    )
    .option('--top <count>', 'how many lines the text has', wholeNumber, 15)
    .addOption(format('text', 'json', 'csv'))
    .action(async (options: Omit<ChangeCommand, 'cwd'>) => {
      const { runChange } = await import('./commands/spend-change.ts')
      await run((tools, cwd, out) => runChange({ ...options, cwd }, tools, out))
    })

  reading(spend.command('budgets'))
    .description('where the budgets of outlay.json stand, and which thresholds are reached; exit 1 where one is')
    .addOption(format('text', 'json'))
    .action(async (options: Omit<BudgetsCommand, 'cwd'>) => {
      const [{ runBudgets }, { loadMstl }] = await Promise.all([
        import('./commands/spend-budgets.ts'),
        import('../billing/forecast/mstl.ts'),
      ])
      const method = await loadMstl()
      await run((tools, cwd, out) => runBudgets({ ...options, cwd }, tools, method, out))
    })

  dated(spend.command('allocation'))
    .description('shared cost, split among teams, projects or services by the rules of outlay.json')
    .addOption(format('text', 'json', 'csv'))
    .action(async (options: Omit<AllocationCommand, 'cwd'>) => {
      const { runAllocation } = await import('./commands/spend-allocation.ts')
      await run((tools, cwd, out) => runAllocation({ ...options, cwd }, tools, out))
    })

  ranged(spend.command('unit'))
    .description(
      'what one request, user or million tokens costs, by the metrics of outlay.json; density, cache and GPUs',
    )
    .addOption(format('text', 'json', 'csv'))
    .action(async (options: Omit<UnitCommand, 'cwd'>) => {
      const { runUnit } = await import('./commands/spend-unit.ts')
      await run((tools, cwd, out) => runUnit({ ...options, cwd }, tools, out))
    })

  ranged(spend.command('carbon'))
    .description('energy and emissions of machines, disks and model output, where a published factor is of them')
    .addOption(format('text', 'json', 'csv'))
    .action(async (options: Omit<CarbonCommand, 'cwd'>) => {
      const [{ runCarbon }, { loadPriceBook }] = await Promise.all([
        import('./commands/spend-carbon.ts'),
        import('./price-book.ts'),
      ])
      await run((tools, cwd, out) => runCarbon({ ...options, cwd }, tools, loadPriceBook(), out))
    })

  ranged(spend.command('commitments'))
    .description('reservations, savings plans and committed use: what is used, wasted and covered')
    .addOption(format('text', 'json', 'csv'))
    .action(async (options: Omit<CommitmentsCommand, 'cwd'>) => {
      const { runCommitments } = await import('./commands/spend-commitments.ts')
      await run((tools, cwd, out) => runCommitments({ ...options, cwd }, tools, out))
    })
}

function wholeNumber(text: string): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('It takes a whole number, 1 or more.')
  return value
}
