// Checks what a fake was asked and what it answers against a provider's published contract, OpenAPI 3 or Swagger 2.
import { Ajv2020 } from 'ajv/dist/2020.js'
import { isRecord } from '../../core/record.ts'

export interface Exchange {
  readonly method: string
  /** Without the base of the contract. */
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  /** Undefined where there was none. */
  readonly asked: unknown
  readonly status: number
  readonly answered: unknown
}

export interface Contract {
  /** What breaks it, a sentence each. */
  violations(exchange: Exchange): string[]
}

type Json = Readonly<Record<string, unknown>>

/** `document`: the contract as it stands in `contracts/`. */
export function contractOf(document: Json): Contract {
  const ajv = new Ajv2020({ strict: false, allErrors: true, coerceTypes: 'array', discriminator: false })
  for (const format of ['int32', 'int64', 'double', 'float', 'date', 'date-time', 'uuid', 'uri', 'email', 'unixtime'])
    ajv.addFormat(format, true)
  ajv.addSchema(document, 'contract')
  const paths = document.paths as Readonly<Record<string, Json>>
  const compiled = new Map<string, ReturnType<typeof ajv.compile>>()
  const check = (schema: unknown, value: unknown, where: string): string[] => {
    const text = absolute(schema)
    const fits = compiled.get(text) ?? ajv.compile(JSON.parse(text))
    compiled.set(text, fits)
    return fits(value) ? [] : [`${where}: ${ajv.errorsText(fits.errors)}`]
  }

  return {
    violations({ method, path, query, headers, asked, status, answered }) {
      const template = Object.keys(paths).find((each) => patternOf(each).test(path))
      const operation = template === undefined ? undefined : paths[template]?.[method.toLowerCase()]
      if (!isRecord(operation)) return [`${method} ${path} is not in the contract`]
      const parameters = (operation.parameters ?? []) as readonly Json[]
      return [
        ...queryViolations(parameters, query, check),
        ...parameters
          .filter((each) => each.in === 'header')
          .flatMap((each) => {
            const value = headers[String(each.name).toLowerCase()]
            if (value !== undefined) return check(each.schema, value, `the header ${String(each.name)}`)
            return each.required === true ? [`the header ${String(each.name)} is missing`] : []
          }),
        ...(asked === undefined ? [] : check(bodySchema(operation, parameters), asked, 'request')),
        ...(answered === undefined ? [] : check(answerSchema(operation, status), answered, `answer ${status}`)),
      ]
    },
  }
}

/** References are within the contract, wherever the schema is used. */
const absolute = (schema: unknown): string =>
  JSON.stringify(schema ?? {}, (key, value) =>
    key === '$ref' && typeof value === 'string' && value.startsWith('#') ? `contract${value}` : value,
  )

const patternOf = (template: string) =>
  new RegExp(
    `^${template
      .split(/\{[^}]+\}/)
      .map((part) => part.replace(/[.*+?^$()|[\]\\]/g, '\\$&'))
      .join('.+?')}$`,
  )

function queryViolations(
  parameters: readonly Json[],
  query: URLSearchParams,
  check: (schema: unknown, value: unknown, where: string) => string[],
): string[] {
  const known = parameters.filter((each) => each.in === 'query')
  // Servers take a list as repeated names with and without brackets; a contract names one of the two.
  const bare = (name: string) => name.replace(/\[\]$/, '')
  const names = new Set(known.map((each) => bare(String(each.name))))
  const strange = [...query.keys()].filter((name) => !names.has(bare(name)))
  return [
    ...strange.map((name) => `the parameter ${name} is not in the contract`),
    ...known.flatMap((each) => {
      const name = bare(String(each.name))
      const values = [...query.getAll(name), ...query.getAll(`${name}[]`)]
      if (values.length === 0) return each.required === true ? [`the parameter ${name} is missing`] : []
      const { type, items, enum: words, collectionFormat } = each // Swagger 2 has the type beside the name
      const schema = each.schema ?? { type, items, enum: words, collectionFormat }
      const csv = isRecord(schema) && schema.collectionFormat === 'csv'
      const isList = JSON.stringify(schema).includes('"array"')
      return check(schema, csv ? values[0]!.split(',') : isList ? values : values[0], `the parameter ${name}`)
    }),
  ]
}

function bodySchema(operation: Json, parameters: readonly Json[]): unknown {
  const inBody = parameters.find((each) => each.in === 'body')?.schema
  return inBody ?? dig(operation, 'requestBody', 'content', 'application/json', 'schema')
}

function answerSchema(operation: Json, status: number): unknown {
  const response = dig(operation, 'responses', String(status)) ?? dig(operation, 'responses', 'default')
  return dig(response, 'schema') ?? dig(response, 'content', 'application/json', 'schema') ?? {}
}

function dig(value: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce<unknown>((at, key) => (isRecord(at) ? at[key] : undefined), value)
}
