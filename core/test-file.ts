const testFile =
  /(^|\/)(tests?|__tests__|fixtures|__fixtures__|testdata)\/|(^|\/)(test_[^/]*|[^/]*_test)\.py$|\.(test|spec)\.[cm]?[jt]sx?$/

const testData = /(^|\/)(testdata|fixtures|__fixtures__)\//

/** By its folders: what tests read, and compare with what they expect. */
export const isTestData = (file: string): boolean => testData.test(file)

/** By its name and folders: what runs in tests alone. */
export const isTestFile = (file: string): boolean => testFile.test(file)
