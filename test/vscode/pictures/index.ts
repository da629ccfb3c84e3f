import { runMocha } from '../suite/mocha.ts'
import './pictures.ts'

export const run = runMocha
