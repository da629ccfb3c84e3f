/** Predicts the next `horizon` values from daily ones, the oldest first. Throws where the history is too short for it. */
export interface Method {
  readonly id: 'run-rate' | 'seasonal-naive' | 'mstl-ets'
  predict(history: readonly number[], horizon: number): readonly number[]
}

const week = 7

/** The mean of the last week, or of what there is: what a few days can tell. */
export const runRate: Method = {
  id: 'run-rate',
  predict(history, horizon) {
    const last = history.slice(-week)
    const mean = last.reduce((sum, value) => sum + value, 0) / last.length
    return Array.from({ length: horizon }, () => mean)
  },
}

/** Each day as the same day of the week before. */
export const seasonalNaive: Method = {
  id: 'seasonal-naive',
  predict(history, horizon) {
    const last = history.slice(-week)
    return Array.from({ length: horizon }, (_, i) => last[i % week]!)
  },
}
