// The demo's spend for a browser, which has no database: summed up by the billing process that was built, as on a machine.
import { fork } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'

/** @param entry the built billing process; `csv` the demo's FOCUS file; `to` takes the panel's summary of it */
export async function writeDemo(entry, csv, to) {
  const child = fork(entry, [], { serialization: 'json', stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const answered = (id) =>
    new Promise((done, failed) => {
      child.on('message', (reply) => {
        if (reply.id === id) (reply.is === 'failed' ? failed : done)(reply)
      })
      child.on('exit', (code) => failed(new Error(`${entry} ended with ${code}`)))
    })
  const ask = (request) => {
    const answer = answered(request.id)
    child.send(request)
    return answer
  }
  await ask({ do: 'demo', id: 1, file: resolve(csv) })
  const { summary } = await ask({ do: 'summary', id: 2 })
  child.removeAllListeners('exit')
  child.kill()
  writeFileSync(to, JSON.stringify(summary))
}
