/** Checks that no way a test run can go wrong is counted as a success. */
import { expect, test } from 'vitest';
import { countTests } from '../count-tests.mjs';

const passing = { status: 'passed', assertionResults: [{}, {}] };
const notLoading = { status: 'failed', assertionResults: [] };

test('a good run counts its tests and its coverage', () => {
  expect(countTests({ numPassedTests: 2, numFailedTests: 0, testResults: [passing] }, 0)).toEqual({
    passed: 3,
    failed: 0,
  });
});

test('a file that does not load is a failure though none of its tests failed', () => {
  const results = { numPassedTests: 2, numFailedTests: 0, testResults: [passing, notLoading] };
  expect(countTests(results, 1)).toMatchObject({ failed: 1 });
});

test('a bad end with every test passing is a failure: coverage, or an error outside any test', () => {
  expect(countTests({ numPassedTests: 2, numFailedTests: 0, testResults: [passing] }, 1)).toEqual({
    passed: 2,
    failed: 1,
  });
});
