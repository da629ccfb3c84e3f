import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { configName } from '../../core/config/name.ts'
import type { Exit, Out } from '../output.ts'
import { readProblem } from '../tree.ts'

/** Every setting, none of them on: a config that changes nothing until somebody chooses. */
export const template = `{
  // Outlay: what this project's code and infrastructure will cost. Every key is optional; docs/config.md explains them.

  // Configs this one builds on, by path or npm package. A later one wins.
  // "extends": ["./base.outlay.json"],

  // Rules that are on by themselves: "recommended", "strict" (all that may save) or "learn" (all, explained).
  // "preset": "strict",

  // "off", "error", "warning", "info", "hint", or [severity, options]. \`outlay explain <rule>\` says what a rule is about.
  "rules": {
    // "unbounded-output": "warning"
  },

  // How often calls are made in a month. Without it a model call has a cost per call and no monthly figure.
  // By path, or by one call as \`outlay scan --format json\` names it ("file#key"). A number, or low, likely and high.
  "volume": {
    // "src/api/**": 50000,
    // "jobs/nightly.py#summarise/openai.chat.completions.create": { "low": 500, "likely": 1000, "high": 3000 }
  },

  // Region to take where the source names none. Shown as assumed.
  "region": {
    // "aws": "eu-central-1"
  },

  // Tokens of one call to take where the source cannot tell. Shown as assumed.
  "assume": {
    // "inputTokens": 1500,
    // "outputTokens": 300
  },

  // Whether the free tiers of AWS, Google Cloud and Azure are taken off, each allowance once for a Terraform root.
  // "freeTiers": true,

  // What you pay instead of the list prices: discounts, prices of your own, a price sheet as CSV, machines of your own.
  "prices": {
    // "discounts": [{ "match": { "cloud": "aws", "service": "ec2" }, "percent": 12 }],
    // "overrides": [{ "what": "gpt-4o", "unit": "1M input tokens", "usd": 2.1, "source": "contract 2026-7" }],
    // "sheet": "\${env:CONTRACTS}/prices.csv",
    // "hardware": { "rack-1": { "usdPerHour": 11.4, "accelerator": "H100", "accelerators": 8 } }
  },

  // Totals are shown in this currency too, at your rate. Everything is computed in USD.
  // "currency": { "code": "EUR", "perUsd": 0.92, "asOf": "2026-11-01" },

  // What \`outlay spend\` is told: budgets, how shared cost is split, what spend is divided by, what of a source is this project's.
  "spend": {
    // "budgets": [{ "name": "all", "amount": 5000, "period": "month", "thresholds": { "actual": [80, 100], "forecast": [100] } }],
    // "allocation": [{ "name": "support", "where": { "service": "AWS Support" }, "to": "tag:team", "by": "proportional" }],
    // "metrics": [{ "name": "requests", "unit": "request", "file": "metrics/requests.csv" }],
    // "scope": { "openai": { "projects": ["proj_abc"] } }
  },

  // Other settings for some files.
  "overrides": [
    // { "files": "**/test/**", "rules": { "unbounded-output": "off" } }
  ],

  // Files Outlay does not read, beside what .gitignore names.
  "ignore": []
}
`

export function runInit(folder: string, out: Out): Exit {
  try {
    writeFileSync(join(folder, configName), template, { flag: 'wx' })
  } catch (error) {
    const there = (error as NodeJS.ErrnoException).code === 'EEXIST'
    out.tell(there ? `${configName} is already here; it was not changed.` : `${configName}: ${readProblem(error)}`)
    return 2
  }
  out.print(`Wrote ${configName}. Every setting in it is optional; \`outlay scan\` shows what this project costs.\n`)
  return 0
}
