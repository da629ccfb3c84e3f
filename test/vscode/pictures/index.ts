import { runMocha } from '../suite/mocha.ts'
import './pictures.ts'
import './prices.ts'

export const run = runMocha
