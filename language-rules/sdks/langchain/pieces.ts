// What cuts texts, and what finds them again: https://reference.langchain.com/python/langchain_text_splitters/,
// https://github.com/langchain-ai/langchain/blob/master/libs/text-splitters/langchain_text_splitters/base.py,
// https://github.com/langchain-ai/langchainjs/blob/main/libs/langchain-textsplitters/src/text_splitter.ts
import type { ClientShape, Finds } from '../../../core/sdk.ts'
import { inPython, inTypeScript } from './names.ts'

const byCharacters = [
  ...['RecursiveCharacterTextSplitter', 'CharacterTextSplitter', 'MarkdownTextSplitter', 'LatexTextSplitter'],
  ...['PythonCodeTextSplitter', 'NLTKTextSplitter', 'SpacyTextSplitter', 'HTMLSemanticPreservingSplitter'],
]
const byTokens = ['from_tiktoken_encoder', 'from_huggingface_tokenizer']
const own = ['langchain_text_splitters']
const size = ['chunk_size', 'chunkSize']

export const splitters: readonly ClientShape[] = [
  {
    python: inPython([...byCharacters, 'RecursiveCharacterTextSplitter.from_language'], own),
    typescript: inTypeScript([...byCharacters, 'RecursiveCharacterTextSplitter.fromLanguage']),
    kind: 'splitter',
    // A function of the program's own counts something else.
    pieces: { size: [...size, '[1].chunkSize'], unit: 'character', unless: ['length_function', 'lengthFunction'] },
  },
  {
    python: inPython(
      ['TokenTextSplitter', ...byCharacters.flatMap((name) => byTokens.map((way) => `${name}.${way}`))],
      own,
    ),
    typescript: inTypeScript(['TokenTextSplitter']),
    kind: 'splitter',
    pieces: { size, unit: 'token' },
  },
  {
    python: inPython(['SentenceTransformersTokenTextSplitter'], own),
    kind: 'splitter',
    pieces: { size: 'tokens_per_chunk', unit: 'token' },
  },
]

const search = { many: ['k', '[1]'] } as const

/** https://reference.langchain.com/python/langchain-core/vectorstores/base/VectorStore/as_retriever */
export const finds: Readonly<Record<string, Finds>> = {
  ...Object.fromEntries(
    [
      ...['similarity_search', 'similarity_search_with_score', 'similarity_search_with_relevance_scores'],
      ...['max_marginal_relevance_search', 'similaritySearch', 'similaritySearchWithScore'],
    ].flatMap((name) => [
      [name, search],
      [`a${name}`, search],
    ]),
  ),
  maxMarginalRelevanceSearch: { many: ['[1].k'] },
  as_retriever: { many: ['search_kwargs.k', 'k', 'similarity_top_k'] },
  asRetriever: { many: ['k', '[0].k', '[0].similarityTopK', '[0]'] },
}

export const puts = ['add_documents', 'aadd_documents', 'add_texts', 'aadd_texts', 'addDocuments', 'addTexts']
