import * as vscode from 'vscode'

type Entry = { readonly is: 'file'; bytes: Uint8Array } | { readonly is: 'folder' }

/** A file system of no disk, without a search of its own: what a project opened from a server looks like. */
export class MemoryFiles implements vscode.FileSystemProvider {
  readonly #entries = new Map<string, Entry>([['/', { is: 'folder' }]])
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>()
  readonly onDidChangeFile = this.#changed.event

  watch = () => new vscode.Disposable(() => undefined)

  stat(uri: vscode.Uri): vscode.FileStat {
    const entry = this.#at(uri)
    const type = entry.is === 'file' ? vscode.FileType.File : vscode.FileType.Directory
    return { type, ctime: 0, mtime: 0, size: entry.is === 'file' ? entry.bytes.length : 0 }
  }

  readDirectory(uri: vscode.Uri): [string, vscode.FileType][] {
    const inside = uri.path === '/' ? '/' : `${uri.path}/`
    return [...this.#entries.keys()]
      .filter((path) => path !== '/' && path.startsWith(inside) && !path.slice(inside.length).includes('/'))
      .map((path) => [path.slice(inside.length), this.stat(uri.with({ path })).type])
  }

  readFile(uri: vscode.Uri): Uint8Array {
    const entry = this.#at(uri)
    if (entry.is !== 'file') throw vscode.FileSystemError.FileIsADirectory(uri)
    return entry.bytes
  }

  writeFile(uri: vscode.Uri, bytes: Uint8Array): void {
    const type = this.#entries.has(uri.path) ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created
    const parts = uri.path.split('/').slice(1, -1)
    parts.forEach((_, i) => void this.#entries.set(`/${parts.slice(0, i + 1).join('/')}`, { is: 'folder' }))
    this.#entries.set(uri.path, { is: 'file', bytes })
    this.#changed.fire([{ type, uri }])
  }

  createDirectory(uri: vscode.Uri): void {
    this.#entries.set(uri.path, { is: 'folder' })
  }

  delete(uri: vscode.Uri): void {
    this.#entries.delete(uri.path)
    this.#changed.fire([{ type: vscode.FileChangeType.Deleted, uri }])
  }

  rename(from: vscode.Uri, to: vscode.Uri): void {
    this.writeFile(to, this.readFile(from))
    this.delete(from)
  }

  #at(uri: vscode.Uri): Entry {
    const entry = this.#entries.get(uri.path)
    if (!entry) throw vscode.FileSystemError.FileNotFound(uri)
    return entry
  }
}
