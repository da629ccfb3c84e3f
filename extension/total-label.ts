import { printTotal, type Total } from '../core/report/total.ts'

/** As the command line prints it; `~` before an amount while tokens are counted by the estimator. */
export function totalLabel(total: Total, approximate: boolean): string | undefined {
  const printed = printTotal(total)
  return approximate && printed?.startsWith('$') ? `~${printed}` : printed
}
