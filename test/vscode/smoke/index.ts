import { runMocha } from '../suite/mocha.ts'
import './smoke.ts'

export const run = runMocha
