import { runMocha } from './mocha.ts'
import './opening.ts'

export const run = runMocha
