/** What constraints and overrides leave of the versions that lines ask for. */
import type { Candidate } from './candidates.js';

/** What is installed with the versions of overrides in place of its own, and the constraints that are for any of it. */
export function settledBy(
  installing: readonly Candidate[],
  constraints: readonly Candidate[],
): readonly [installing: readonly Candidate[], constraints: readonly Candidate[]] {
  const isFor = ({ bounds }: Candidate, { path }: Candidate) => bounds?.over?.includes(path) !== false;
  const overrides = constraints.filter(({ bounds, applies }) => bounds?.override && applies !== false);
  const settled = installing.map((candidate): Candidate => {
    const override = overrides.find((one) => isFor(one, candidate));
    if (!override || candidate.lock || candidate.url !== undefined) return candidate;
    const { version: _, ...rest } = candidate;
    const { specifier, version } = override;
    return { ...rest, specifier, ...(version === undefined ? {} : { version }) };
  });
  // What only a list for development bounds, production installs without that bound.
  const isOfThat = (one: Candidate, { kind }: Candidate) => kind !== 'runtime' || one.kind === 'runtime';
  return [
    settled,
    constraints.filter((one) => installing.some((candidate) => isFor(one, candidate) && isOfThat(one, candidate))),
  ];
}

/** What constraints leave of a range. */
export function limited(candidate: Candidate, constraints: readonly Candidate[]): Candidate {
  const limits = constraints.filter(({ applies, specifier }) => applies === true && specifier !== '');
  if (limits.length === 0 || candidate.url !== undefined || candidate.specifier.includes('||')) return candidate;
  const parts = [candidate.specifier, ...limits.map(({ specifier }) => specifier)];
  return { ...candidate, specifier: parts.filter((part) => !/^\s*\*?\s*$/.test(part)).join(',') };
}
