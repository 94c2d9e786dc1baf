/** Until when a release line of a product gets fixes: of an image, an add-on or a managed database alike. */
import type { Dependencies } from '@django-golive/core';

/** A release line of a product. */
export interface SupportedLine {
  /** For a person: `PostgreSQL 13`, `Debian 10`. */
  readonly title: string;
  /** The last day on which it gets fixes. */
  readonly until: string;
}

/** The last day of fixes of a line; empty where none is set, `undefined` where it is not known. */
export type SupportEnd = NonNullable<Dependencies['supportEnd']>;

/** The line of a version. A version that names less than a line has ended when every line has that it may mean. */
export function lineOf(
  product: string,
  title: string,
  version: string | undefined,
  supportEnd: SupportEnd,
): SupportedLine | undefined {
  if (version === undefined) return undefined;
  const [major = '', minor] = version.split('.');
  const exact = [...(minor === undefined ? [] : [`${major}.${minor}`]), major]
    .map((series) => ({ series, end: supportEnd(product, series) }))
    .find(({ end }) => end !== undefined);
  if (exact?.end !== undefined)
    return exact.end === '' ? undefined : { title: `${title} ${exact.series}`, until: exact.end };
  if (minor !== undefined) return undefined;
  const ends = Array.from({ length: 40 }, (_, part) => supportEnd(product, `${major}.${part}`)).filter(
    (end) => end !== undefined,
  );
  const last = [...ends].sort().at(-1);
  return last === undefined || ends.includes('') ? undefined : { title: `${title} ${major}`, until: last };
}
