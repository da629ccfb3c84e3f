// How far one file is followed through its project. An expression takes some ten microseconds to be worked out.

/** Expressions that one question may lead to. */
export const most = 20_000

/** What the modules that are read for one question may take, in expressions. */
export const mostRead = 120_000

/** What the questions of one file may lead to together, in expressions. */
export const mostOfFile = 120_000

/** Expressions that each question after that may lead to and none before it led to; after twice that, fewer. */
export const few = 500
export const fewest = 50

/** UTF-16 units of source that take as long to read as an expression to be worked out. */
export const unitsPerExpression = 20
