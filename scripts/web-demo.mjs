// The demo's spend for a browser, which has no database: summed up by the billing process that was built, as on a machine.
import { fork } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'

const periods = ['last-30-days', 'this-month', 'last-month', 'last-90-days']
const ofPeriod = ['change', 'unit', 'allocation', 'untagged', 'commitments', 'carbon']
/** Of today, whatever period is looked at. */
const ofToday = ['anomalies', 'forecast', 'budgets']

/** @param entry the built billing process; `csv` the demo's FOCUS file; `to` takes the panel's summary of it, `analysesTo` what its views show */
export async function writeDemo(entry, csv, to, analysesTo) {
  const child = fork(entry, [], { serialization: 'json', stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const waiting = new Map()
  child.on('message', (reply) => {
    const { done, failed } = waiting.get(reply.id) ?? {}
    waiting.delete(reply.id)
    if (reply.is === 'failed') failed?.(reply)
    else done?.(reply)
  })
  child.on('exit', (code) => {
    for (const { failed } of waiting.values()) failed(new Error(`${entry} ended with ${code}`))
  })
  const ask = (request) =>
    new Promise((done, failed) => {
      waiting.set(request.id, { done, failed })
      child.send(request)
    })
  await ask({ do: 'demo', id: 1, file: resolve(csv) })
  const { summary } = await ask({ do: 'summary', id: 2 })
  let id = 2
  const analysed = async (names, period) => {
    const found = {}
    for (const analysis of names) {
      id += 1
      found[analysis] = (await ask({ do: 'analyse', id, analysis, period, by: 'service' })).found
    }
    return found
  }
  const analyses = { today: await analysed(ofToday, periods[0]) }
  for (const period of periods) analyses[period] = await analysed(ofPeriod, period)
  child.removeAllListeners('exit')
  child.kill()
  writeFileSync(to, JSON.stringify(summary))
  writeFileSync(analysesTo, JSON.stringify(analyses))
}
