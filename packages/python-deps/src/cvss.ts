/** The base score of a CVSS vector; the only file that knows the library, which is slow to load: import it when it is needed. */
import calculator from 'ae-cvss-calculator';

/** 0 to 10; `undefined` for what is no vector, or one with a metric missing. */
export function baseScore(vector: string): number | undefined {
  const read = vector === '' ? null : calculator.fromVector(vector);
  if (!read?.isBaseFullyDefined()) return undefined;
  const { base, overall } = read.calculateScores();
  return base ?? overall;
}
