import { type Check, columnsOf } from './model.ts'

/** How a row fits; cells are text, and an empty or `NULL` cell is null. */
const patterns = {
  // Digits, one point, an exponent; a sign only below zero. https://focus.finops.org/#numericformat
  number: '^-?[0-9]+(\\.[0-9]+)?([eE]-?[0-9]+)?$',
  // https://focus.finops.org/#datetimeformat
  time: '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$',
} as const

const quote = (text: string) => `'${text.replaceAll("'", "''")}'`
const cell = (name: string | undefined) => `"${(name ?? '').replaceAll('"', '""')}"`
const number = (name: string | undefined) => `TRY_CAST(${cell(name)} AS DECIMAL(38,12))`
const orNull = (name: string | undefined, test: string) => `(${cell(name)} IS NULL OR ${test})`

/** ISO 4217, as far as this engine knows it. */
const currencies = Intl.supportedValuesOf('currency').map(quote).join(', ')

/** Whether a row fits, as SQL for DuckDB. Undefined where the check is of no single row, or nothing is known to check by. */
export function rowTest(check: Check): string | undefined {
  const { CheckFunction, ColumnName, ColumnAName, ColumnBName, ResultColumnName, Value } = check
  if (columnsOf(check).length === 0) return undefined
  switch (CheckFunction) {
    case 'AND':
    case 'OR': {
      const tests = (check.Items ?? []).map(rowTest)
      if (tests.some((test) => test === undefined)) return undefined
      // A column of which one of several values is required may be empty, where nothing else forbids it.
      const empty = CheckFunction === 'OR' && isChoice(check) ? [`${cell(check.Items?.[0]?.ColumnName)} IS NULL`] : []
      return `(${[...tests, ...empty].join(` ${CheckFunction} `)})`
    }
    case 'CheckValue':
      return Value === null || Value === undefined
        ? `${cell(ColumnName)} IS NULL`
        : `COALESCE(${cell(ColumnName)} = ${quote(String(Value))}, FALSE)`
    case 'CheckNotValue':
      return Value === null || Value === undefined
        ? `${cell(ColumnName)} IS NOT NULL`
        : `COALESCE(${cell(ColumnName)} <> ${quote(String(Value))}, TRUE)`
    case 'CheckSameValue':
      return `${cell(ColumnAName)} IS NOT DISTINCT FROM ${cell(ColumnBName)}`
    case 'CheckNotSameValue':
      return `${cell(ColumnAName)} IS DISTINCT FROM ${cell(ColumnBName)}`
    case 'CheckGreaterOrEqualThanValue':
      return orNull(ColumnName, `COALESCE(${number(ColumnName)} >= ${Number(Value)}, FALSE)`)
    case 'TypeDecimal':
    case 'FormatNumeric':
    case 'CheckDecimalValue':
      return orNull(ColumnName, `regexp_matches(${cell(ColumnName)}, ${quote(patterns.number)})`)
    case 'TypeDateTime':
      return orNull(ColumnName, `TRY_CAST(${cell(ColumnName)} AS TIMESTAMP) IS NOT NULL`)
    case 'FormatDateTime':
      return orNull(ColumnName, `regexp_matches(${cell(ColumnName)}, ${quote(patterns.time)})`)
    case 'CheckAfter': {
      const [a, b] = [ColumnAName, ColumnBName].map((name) => `TRY_CAST(${cell(name)} AS TIMESTAMP)`)
      return `COALESCE(${a} > ${b}, TRUE)`
    }
    case 'FormatKeyValue':
      return orNull(ColumnName, keyValue(`TRY_CAST(${cell(ColumnName)} AS JSON)`))
    case 'CheckNationalCurrency':
      return orNull(ColumnName, `${cell(ColumnName)} IN (${currencies})`)
    case 'FormatCurrency': // a virtual currency has any name
      return orNull(ColumnName, `length(${cell(ColumnName)}) > 0`)
    case 'TypeString': // every cell of a text is one
    case 'FormatString':
      return 'TRUE'
    case 'ColumnByColumnEqualsColumnValue': {
      const [a, b, result] = [ColumnAName, ColumnBName, ResultColumnName].map(number)
      // Prices are published to a limited number of digits: a hundredth of a percent is rounding.
      return `COALESCE(abs(CAST(${a} AS DOUBLE) * CAST(${b} AS DOUBLE) - CAST(${result} AS DOUBLE)) <= greatest(0.000001, 0.0001 * abs(CAST(${result} AS DOUBLE))), TRUE)`
    }
    default:
      return undefined
  }
}

/** An object whose keys are unique and whose values are neither objects nor lists. https://focus.finops.org/#key-valueformat */
const keyValue = (json: string) =>
  `COALESCE(json_type(${json}) = 'OBJECT' AND len(json_keys(${json})) = len(list_distinct(json_keys(${json})))
    AND NOT list_has_any(list_transform(json_extract(${json}, '$.*'), lambda value: json_type(value)), ['OBJECT', 'ARRAY']), FALSE)`

const isChoice = ({ Items = [] }: Check) =>
  Items.every(({ CheckFunction, Value }) => CheckFunction === 'CheckValue' && typeof Value === 'string')

/** Rows whose A has more, or fewer, than so many different B; undefined for other checks. */
export function groupTest({ CheckFunction, ColumnAName, ColumnBName, ExpectedCount }: Check): string | undefined {
  if (CheckFunction !== 'CheckDistinctCount') return undefined
  return `${cell(ColumnAName)} IN (SELECT ${cell(ColumnAName)} FROM "rows" WHERE ${cell(ColumnAName)} IS NOT NULL GROUP BY 1 HAVING COUNT(DISTINCT ${cell(ColumnBName)}) <> ${Number(ExpectedCount)})`
}
