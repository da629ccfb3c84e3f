import { execFileSync } from 'node:child_process'

/** Ids of the processes that read bills for this window's extension host. */
export const billingProcesses = (): readonly number[] =>
  execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .split('\n')
    .flatMap((line) => {
      const [, id, parent, args = ''] = /^ *(\d+) +(\d+) +(.*)$/.exec(line) ?? []
      return Number(parent) === process.pid && args.includes('billing.mjs') ? [Number(id)] : []
    })
