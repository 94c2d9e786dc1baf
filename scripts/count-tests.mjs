/** Counts what vitest's JSON report says passed and failed, so that the last line of `npm test` is true. */

/**
 * A test file that does not load holds no tests, yet it failed. Vitest also ends badly for coverage below a threshold
 * or an error outside any test, with every test passing: `code` makes that one more check.
 */
export function countTests({ numPassedTests, numFailedTests, testResults }, code) {
  const broken = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  const failed = numFailedTests + broken.length;
  const clean = code === 0 || failed > 0;
  return { passed: numPassedTests + (clean ? 1 : 0), failed: failed + (clean ? 0 : 1) };
}
