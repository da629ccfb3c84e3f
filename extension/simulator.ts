import type * as vscode from 'vscode'
import type { Documents } from './documents.ts'
import type { Places } from './places.ts'
import type { FromWorker, Simulated, ToWorker } from './protocol.ts'
import type { Results } from './results.ts'
import type { SimulatorPanel } from './simulator/panel.ts'

/** The one site that is tried otherwise. */
export interface Target {
  readonly file: string
  readonly key: string
}

export interface Simulator {
  receive(message: FromWorker): void
  /** A new worker knows of no question. */
  restarted(): void
  open(target: Target): Promise<void>
  /** Asks how often a call is made, and notes it. */
  setVolume(target: Target): Promise<void>
  /** Notes that a rule is silent in one file. */
  switchOff(file: string, rule: string): Promise<void>
  dispose(): void
}

export interface SimulatorTools {
  readonly context: vscode.ExtensionContext
  readonly documents: Documents
  readonly results: Results
  readonly places: Places
  send(message: ToWorker): void
  log(message: string): void
}

/** Asks the worker; undefined where the file has no such site, or the worker is gone. */
export type AskSimulated = (target: Target, values: Readonly<Record<string, string>>) => Promise<Simulated | undefined>

/** The form is a bundle of its own, loaded when somebody opens it. */
export function createSimulator(tools: SimulatorTools): Simulator {
  const waiting = new Map<number, (simulated: Simulated | undefined) => void>()
  let panel: Promise<SimulatorPanel> | undefined
  let asked = 0

  function settle(id: number, simulated: Simulated | undefined): void {
    const answered = waiting.get(id)
    waiting.delete(id)
    answered?.(simulated)
  }

  const ask: AskSimulated = (target, values) => {
    asked += 1
    const id = asked
    return new Promise((answered) => {
      waiting.set(id, answered)
      tools.send({ is: 'simulate', id, ...target, values })
    })
  }

  function load(): Promise<SimulatorPanel> {
    panel ??= import('./simulator/panel.ts').then(({ createSimulatorPanel }) => createSimulatorPanel({ ...tools, ask }))
    return panel
  }

  return {
    receive(message) {
      if (message.is === 'simulated') settle(message.id, message.simulated)
    },
    restarted() {
      for (const id of [...waiting.keys()]) settle(id, undefined)
    },
    switchOff: async (file, rule) => (await load()).switchOff(file, rule),
    setVolume: async (target) => (await load()).setVolume(target),
    open: async (target) => (await load()).open(target),
    dispose() {
      void panel?.then((made) => made.dispose())
    },
  }
}
