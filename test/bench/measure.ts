/** Milliseconds at a percentile of the runs; p in 0–100. */
export function percentile(ms: readonly number[], p: number): number {
  const sorted = [...ms].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor((p / 100) * sorted.length))] ?? Number.NaN
}

export const median = (ms: readonly number[]): number => percentile(ms, 50)

async function time(run: () => unknown): Promise<number> {
  const start = performance.now()
  await run()
  return performance.now() - start
}

export async function times(count: number, run: (i: number) => unknown): Promise<number[]> {
  const ms: number[] = []
  for (let i = 0; i < count; i++) ms.push(await time(() => run(i)))
  return ms
}

export const show = (ms: number): string => (ms < 10 ? ms.toFixed(2) : ms < 100 ? ms.toFixed(1) : ms.toFixed(0))
