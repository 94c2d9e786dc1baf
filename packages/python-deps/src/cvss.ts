/** The base score of a CVSS 3 vector, by the formula of its specification. */

const WEIGHTS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  AV: { N: 0.85, A: 0.62, L: 0.55, P: 0.2 },
  AC: { L: 0.77, H: 0.44 },
  UI: { N: 0.85, R: 0.62 },
  C: { H: 0.56, L: 0.22, N: 0 },
  I: { H: 0.56, L: 0.22, N: 0 },
  A: { H: 0.56, L: 0.22, N: 0 },
};
const PRIVILEGES: Readonly<Record<string, readonly [unchanged: number, changed: number]>> = {
  N: [0.85, 0.85],
  L: [0.62, 0.68],
  H: [0.27, 0.5],
};

/** 0 to 10; `undefined` for a vector of another version, or with a metric missing. */
export function baseScore(vector: string): number | undefined {
  if (!/^CVSS:3\.[01]\//.test(vector)) return undefined;
  const metrics = new Map(vector.split('/').map((part) => part.split(':') as [string, string]));
  const weight = (name: string): number => WEIGHTS[name]?.[metrics.get(name) ?? ''] ?? Number.NaN;
  const scope = metrics.get('S');
  const changed = scope === 'C';
  const privileges = PRIVILEGES[metrics.get('PR') ?? '']?.[changed ? 1 : 0] ?? Number.NaN;
  const loss = 1 - (1 - weight('C')) * (1 - weight('I')) * (1 - weight('A'));
  const impact = changed ? 7.52 * (loss - 0.029) - 3.25 * (loss - 0.02) ** 15 : 6.42 * loss;
  const exploitability = 8.22 * weight('AV') * weight('AC') * privileges * weight('UI');
  const sum = impact + exploitability;
  if (Number.isNaN(sum) || (scope !== 'C' && scope !== 'U')) return undefined;
  if (impact <= 0) return 0;
  return roundUp(Math.min(changed ? 1.08 * sum : sum, 10));
}

/** The specification's own rounding, which keeps floating point from deciding. */
function roundUp(value: number): number {
  const scaled = Math.round(value * 100_000);
  return scaled % 10_000 === 0 ? scaled / 100_000 : (Math.floor(scaled / 10_000) + 1) / 10;
}
