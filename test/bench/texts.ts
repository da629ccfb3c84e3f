/** A Python file of about so many lines with a model call every fifty: what a large service module looks like. */
export function pythonFile(lines: number): string {
  const parts = ['from openai import OpenAI', '', 'client = OpenAI()', 'MODEL = "gpt-4o-mini"', '']
  for (let i = 0; parts.length < lines; i++) {
    parts.push(
      `def answer_${i}(question: str, history: list[dict]) -> str:`,
      '    """Answers a question about the document, with the history of the conversation."""',
      `    prompt = f"Question {i}: {question}. Answer in two sentences."`,
      '    response = client.chat.completions.create(',
      '        model=MODEL,',
      '        max_tokens=300,',
      '        messages=[*history, {"role": "user", "content": prompt}],',
      '    )',
      '    return response.choices[0].message.content',
      '',
      ...filler(i, (j) => [
        `def helper_${i}_${j}(rows: list[int]) -> int:`,
        '    total = 0',
        '    for row in rows:',
        `        total += row * ${j + 1}`,
        '    return total',
        '',
      ]),
    )
  }
  return parts.slice(0, lines).join('\n')
}

export function typescriptFile(lines: number): string {
  const parts = ["import OpenAI from 'openai'", '', 'const client = new OpenAI()', "const MODEL = 'gpt-4o-mini'", '']
  for (let i = 0; parts.length < lines; i++) {
    parts.push(
      `export async function answer${i}(question: string): Promise<string> {`,
      `  const prompt = \`Question ${i}: \${question}. Answer in two sentences.\``,
      '  const response = await client.chat.completions.create({',
      '    model: MODEL,',
      '    max_tokens: 300,',
      "    messages: [{ role: 'user', content: prompt }],",
      '  })',
      "  return response.choices[0]?.message.content ?? ''",
      '}',
      '',
      ...filler(i, (j) => [
        `function helper${i}x${j}(rows: readonly number[]): number {`,
        '  let total = 0',
        `  for (const row of rows) total += row * ${j + 1}`,
        '  return total',
        '}',
        '',
      ]),
    )
  }
  return parts.slice(0, lines).join('\n')
}

export function terraformFile(lines: number): string {
  const parts = ['provider "aws" {', '  region = "us-east-1"', '}', '']
  for (let i = 0; parts.length < lines; i++) {
    parts.push(
      `resource "aws_instance" "worker_${i}" {`,
      '  ami           = "ami-0123456789"',
      '  instance_type = "g5.xlarge"',
      `  tags = { role = "batch", number = "${i}" }`,
      '}',
      '',
    )
  }
  return parts.slice(0, lines).join('\n')
}

const filler = (i: number, block: (j: number) => readonly string[]) =>
  Array.from({ length: 6 }, (_, j) => block(j + i)).flat()
