import * as vscode from 'vscode'

/** Shows a place in the editor. `cell`: of a notebook that is not open, whose cells have no address yet. */
export async function reveal(
  uri: vscode.Uri,
  range: vscode.Range,
  cell?: number,
  viewColumn?: vscode.ViewColumn,
): Promise<void> {
  if (cell === undefined) {
    await vscode.window.showTextDocument(uri, { selection: new vscode.Range(range.start, range.start), viewColumn })
    return
  }
  const notebook = await vscode.workspace.openNotebookDocument(uri)
  const selections = [new vscode.NotebookRange(cell, cell + 1)]
  const editor = await vscode.window.showNotebookDocument(notebook, { selections, viewColumn })
  editor.revealRange(selections[0]!, vscode.NotebookEditorRevealType.InCenter)
}
