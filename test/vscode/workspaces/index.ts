import { runMocha } from '../suite/mocha.ts'
import './workspaces.ts'

export const run = runMocha
