import { readdirSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

const elsewhere = ['node_modules/**', 'dist/**', 'samples/**', '**/fixtures/**', 'test/vscode/**', 'test/browser/**']

/** Tests that put something in a module's or a global's place. */
const apart = ['billing', 'cli', 'core', 'extension', 'language-rules', 'scripts', 'test', 'webview'].flatMap(
  (folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.test.ts'))
      .map((file) => join(folder, file).replaceAll('\\', '/'))
      .filter((file) => /\bvi\.(?:mock|doMock|stub|spyOn|useFakeTimers)/.test(readFileSync(file, 'utf8'))),
)

// A test of files or processes takes a second or two; beside other work, a machine has taken twenty times as long.
const unit = { exclude: elsewhere, testTimeout: 60_000, hookTimeout: 60_000 }

// biome-ignore lint/style/noDefaultExport: vitest reads the default export
export default defineConfig({
  test: {
    // Left to itself vitest keeps one processor back: half of a machine of two.
    maxWorkers: availableParallelism(),
    projects: [
      // The registry is some 600 files: read once by each process, not once by each test file.
      {
        test: { ...unit, name: 'unit', include: ['**/*.test.ts'], exclude: [...elsewhere, ...apart], isolate: false },
      },
      { test: { ...unit, name: 'unit, apart', include: apart } },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          // A real browser starts for each file: one at a time on two cores.
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
