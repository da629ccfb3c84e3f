// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/autoscaling_schedule
import { numberOf } from '../../../../core/estimate/resource-line.ts'
import type { Block } from '../../../../core/format.ts'
import { bandOf, valueOf } from '../../../../core/known.ts'
import type { Fact, Known } from '../../../../core/types.ts'
import { minutesOf, minutesOfWeek } from './cron.ts'

interface Action {
  readonly minute: number
  readonly capacity: number
}

/**
 * What a group's recurring schedules make of its capacity: the mean of a week is likely, between the least and the most of them and of
 * what the group has. As it was where there is none, or one that cannot be worked out.
 */
export function scheduledCapacity(group: Block, capacity: Known<Fact>): Known<Fact> {
  const schedules = group.referredBy('aws_autoscaling_schedule')
  const actions = schedules.map(actionsOf)
  if (schedules.length === 0 || actions.includes(undefined)) return capacity
  const week = actions.flatMap((each) => each ?? []).sort((a, b) => a.minute - b.minute)
  if (week.length === 0) return capacity
  const likely = meanOf(week)
  const own = bandOf(numberOf(capacity))
  const levels = week.map((action) => action.capacity)
  const ends = [...levels, ...(own ? [own.low, own.high] : [])]
  return { is: 'range', low: Math.min(...ends), likely, high: Math.max(...ends), at: group.location }
}

/** Undefined where it recurs by the month, runs once, or is not known. A level that is not written (or is -1) is left as it is. */
function actionsOf(schedule: Block): readonly Action[] | undefined {
  const recurrence = valueOf(schedule.fact('recurrence'))
  const minutes = typeof recurrence === 'string' ? minutesOf(recurrence) : undefined
  const level = (name: string) => {
    const value = valueOf(numberOf(schedule.fact(name)))
    return value === undefined || value < 0 ? undefined : value
  }
  const capacity = level('desired_capacity') ?? level('min_size')
  if (minutes === undefined || capacity === undefined) return undefined
  return minutes.map((minute) => ({ minute, capacity }))
}

/** Each level holds until the next action; the last one of a week holds into the next. */
function meanOf(week: readonly Action[]): number {
  const held = week.map(({ minute, capacity }, i) => {
    const next = week[i + 1]?.minute ?? week[0]!.minute + minutesOfWeek
    return capacity * (next - minute)
  })
  return held.reduce((sum, each) => sum + each, 0) / minutesOfWeek
}
