// A style sheet is imported for esbuild to bundle; there is nothing to use from it.
declare module '*.css'
