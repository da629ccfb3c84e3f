// https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-scheduled-scaling.html

/** Minutes of a week, Sunday 00:00 first. */
export const minutesOfWeek = 7 * 24 * 60

/**
 * The minutes of a week a cron line of five fields fires at. Undefined where it goes by the day of the month or by the month,
 * where a year has no typical week, and where it is no such line.
 */
export function minutesOf(line: string): readonly number[] | undefined {
  const [minute, hour, day, month, weekday, ...rest] = line.trim().split(/\s+/)
  if (weekday === undefined || rest.length > 0 || day !== '*' || month !== '*') return undefined
  const minutes = valuesOf(minute!, 0, 59)
  const hours = valuesOf(hour!, 0, 23)
  const days = valuesOf(named(weekday), 0, 7)
  if (minutes === undefined || hours === undefined || days === undefined) return undefined
  const times = new Set<number>()
  for (const d of days) for (const h of hours) for (const m of minutes) times.add(((d % 7) * 24 + h) * 60 + m)
  return [...times].sort((a, b) => a - b)
}

const weekdays = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT']

const named = (field: string) =>
  field.replace(/[A-Za-z]{3}/g, (name) => {
    const day = weekdays.indexOf(name.toUpperCase())
    return day === -1 ? name : String(day)
  })

/** `*`, `5`, `1-5`, `1,3`, `*\/15`. */
function valuesOf(field: string, least: number, most: number): readonly number[] | undefined {
  const values: number[] = []
  for (const part of field.split(',')) {
    const match = /^(?:(\*)|(\d+)(?:-(\d+))?)(?:\/(\d+))?$/.exec(part)
    if (match === null) return undefined
    const step = match[4] === undefined ? 1 : Number(match[4])
    const from = match[1] ? least : Number(match[2])
    const to = match[1] || (match[4] !== undefined && match[3] === undefined) ? most : Number(match[3] ?? match[2])
    if (step < 1 || from < least || to > most) return undefined
    for (let value = from; value <= to; value += step) values.push(value)
  }
  return values
}
