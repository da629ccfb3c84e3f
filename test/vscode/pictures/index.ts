import { runMocha } from '../suite/mocha.ts'
import './pictures.ts'
import './prices.ts'
import './spend.ts'
import './analyses.ts'
import './cost.ts'
import './choices.ts'
import './changes.ts'

export const run = runMocha
