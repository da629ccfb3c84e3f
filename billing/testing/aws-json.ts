// Checks requests and answers of AWS's JSON protocol: the body against the operation's shapes, the signature by reckoning it again.
import { createHash, createHmac } from 'node:crypto'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { Contract, Exchange } from './openapi.ts'

interface Document {
  readonly operations: Readonly<Record<string, { readonly input: object; readonly output: object }>>
  readonly $defs: object
}

export function awsContract({ operations, $defs }: Document): Contract {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  const fits = new Map(
    Object.entries(operations).map(([name, { input, output }]) => [
      name,
      { asked: ajv.compile({ ...input, $defs }), answered: ajv.compile({ ...output, $defs }) },
    ]),
  )
  return {
    violations({ headers, asked, answered, method, path }: Exchange) {
      const name = String(headers['x-amz-target']).split('.')[1] ?? ''
      const operation = fits.get(name)
      if (!operation || method !== 'POST' || path !== '/') return [`${method} ${path} ${name} is not in the contract`]
      const { asked: request, answered: answer } = operation
      return [
        ...(request(asked) ? [] : [`request: ${ajv.errorsText(request.errors)}`]),
        ...(answer(answered) ? [] : [`answer: ${ajv.errorsText(answer.errors)}`]),
      ]
    },
  }
}

type Heard = Pick<Exchange, 'method' | 'headers' | 'path' | 'query'> & { readonly text: string; readonly host: string }

/** RFC 3986, as AWS encodes what is signed. */
const encoded = (text: string) =>
  encodeURIComponent(text).replaceAll(/[!'()*]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`)

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/create-signed-request.html. The path is signed as it is sent, which is S3's way. */
export function isSigned({ method, headers, text, host, path, query }: Heard, secret: string): boolean {
  const given = String(headers.authorization)
  const [, scope, names, signature] =
    /^AWS4-HMAC-SHA256 Credential=[^/]+\/([^,]+), SignedHeaders=([^,]+), Signature=([0-9a-f]+)$/.exec(given) ?? []
  if (!scope || !names) return false
  const hash = (value: string) => createHash('sha256').update(value).digest('hex')
  const hmac = (key: string | Buffer, value: string) => createHmac('sha256', key).update(value).digest()
  const values = names.split(';').map((name) => `${name}:${name === 'host' ? host : String(headers[name]).trim()}\n`)
  const asked = [...query].map(([name, value]) => `${encoded(name)}=${encoded(value)}`).sort()
  const request = [method, path, asked.join('&'), values.join(''), names, hash(text)].join('\n')
  const toSign = ['AWS4-HMAC-SHA256', String(headers['x-amz-date']), scope, hash(request)].join('\n')
  const key = scope.split('/').reduce<string | Buffer>((before, part) => hmac(before, part), `AWS4${secret}`)
  return hmac(key, toSign).toString('hex') === signature
}

/** A refusal as AWS writes it: its name says what it is for, whatever the status. https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html */
export const awsRefusal = (name: string, message = 'made up', status = 400) => ({
  status,
  headers: { 'content-type': 'application/x-amz-json-1.1' },
  body: { __type: `com.amazonaws#${name}`, message },
})
