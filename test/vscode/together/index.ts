import { runMocha } from '../suite/mocha.ts'
import './two-windows.ts'

export const run = runMocha
