import { runMocha } from './mocha.ts'
import './resources.ts'
import './calls.ts'
import './notebooks.ts'
import './config.ts'
import './panel.ts'
import './spend.ts'
import './samples.ts'
import './settings.ts'
import './files.ts'
import './cells.ts'
import './recovery.ts'

export const run = runMocha
