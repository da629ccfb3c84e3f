// ClickHouse behind the part of its HTTP interface that the official client uses: https://clickhouse.com/docs/interfaces/http
// A process of its own (the engine takes 300 MB), started by clickhouse.ts. argv: the folder chdb is installed in.
import { once } from 'node:events'
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'

const { Session } = createRequire(join(process.argv[2], 'package.json'))('chdb')
const engine = new Session(undefined, { connectionArgs: ['--max_threads=2'] })
const scratch = mkdtempSync(join(tmpdir(), 'outlay-clickhouse-'))
process.once('disconnect', () => {
  engine.close()
  rmSync(scratch, { recursive: true, force: true })
  process.exit(0)
})

const password = process.env.CLICKHOUSE_TEST_PASSWORD
/** Ids of queries that wait until they are killed, and what lets them go. */
const held = new Map()
/** What the next query that waits says. */
let holding
let running = Promise.resolve()
let files = 0

/** The engine in the library has one thing to do at a time. */
function inTurn(work) {
  const done = running.then(work)
  running = done.catch(() => undefined)
  return done
}

// Values come as in tab-separated text; the library escapes them again.
const escapes = { t: '\t', n: '\n', r: '\r', b: '\b', f: '\f', 0: '\0' }
const unescaped = (text) => text.replace(/\\(.)/gs, (_, letter) => escapes[letter] ?? letter)

const refuse = (response, status, code, text) =>
  response
    .writeHead(status, { 'X-ClickHouse-Exception-Code': String(code) })
    .end(`Code: ${code}. DB::Exception: ${text}\n`)

async function answer(request, response) {
  const url = new URL(request.url, 'http://localhost')
  if (url.pathname === '/ping') return response.end('Ok.\n')
  const [, user, given] = /^([^:]*):(.*)$/.exec(basic(request)) ?? []
  if (given !== password) {
    const text = `${user}: Authentication failed: password is incorrect, or there is no user with such name. (AUTHENTICATION_FAILED)`
    return refuse(response, 403, 516, text)
  }
  const parameters = [...url.searchParams].filter(([name]) => name.startsWith('param_'))
  const bound = Object.fromEntries(parameters.map(([name, value]) => [name.slice(6), unescaped(value)]))
  const inUrl = url.searchParams.get('query')
  const sql = inUrl === null ? await textOf(request) : await fromFile(inUrl, request)
  const id = url.searchParams.get('query_id')
  if (sql.startsWith('KILL QUERY')) {
    held.get(bound.id)?.()
    process.send({ killed: bound.id })
    return response.end()
  }
  if (holding !== undefined && sql.includes(holding)) {
    holding = undefined
    const killed = new Promise((free) => held.set(id, free))
    process.send({ held: id })
    await killed
    return refuse(response, 500, 394, 'Query was cancelled. (QUERY_WAS_CANCELLED)')
  }
  try {
    const database = url.searchParams.get('database')
    const result = await inTurn(async () => {
      if (database) await engine.queryAsync(`USE "${database}"`)
      return engine.queryBindAsync(sql, bound, { format: 'TabSeparated' })
    })
    response.writeHead(200, { 'X-ClickHouse-Query-Id': id ?? '' }).end(Buffer.from(result.bytes()))
  } catch (error) {
    const code = /Code: (\d+)/.exec(error.message)?.[1] ?? '0'
    refuse(
      response,
      code === '81' || code === '60' ? 404 : 400,
      code,
      error.message.replace(/^Code: \d+\. DB::Exception: /, ''),
    )
  }
}

const basic = ({ headers }) => Buffer.from((headers.authorization ?? '').slice('Basic '.length), 'base64').toString()

async function textOf(request) {
  const chunks = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

/** What a server reads from the body of an INSERT, the library reads from a file. */
async function fromFile(insert, request) {
  const [, into, format] = /^(INSERT INTO [\s\S]*?)\s+FORMAT (\w+)\s*$/.exec(insert)
  const path = join(scratch, `body-${files++}`)
  await pipeline(request, createWriteStream(path))
  return `${into} SELECT * FROM file('${path}', ${format})`
}

process.on('message', ({ hold }) => (holding = hold))
const server = createServer((request, response) =>
  answer(request, response).catch((error) => refuse(response, 500, 0, String(error))),
)
server.listen(0, '127.0.0.1')
await once(server, 'listening')
process.send({ port: server.address().port })
