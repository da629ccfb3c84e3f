const testFile =
  /(^|\/)(tests?|__tests__|fixtures|__fixtures__|testdata)\/|(^|\/)(test_[^/]*|[^/]*_test)\.py$|\.(test|spec)\.[cm]?[jt]sx?$/

/** By its name and folders: what runs in tests alone. */
export const isTestFile = (file: string): boolean => testFile.test(file)
