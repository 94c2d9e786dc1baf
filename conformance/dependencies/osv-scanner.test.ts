/** The advisories of pinned packages are those that OSV-Scanner has published, each difference explained. */
import { readFileSync } from 'node:fs';
import { shippedAdvisories } from '@django-golive/python-deps';
import { expect, test } from 'vitest';

interface Published {
  readonly pins: Readonly<Record<string, Readonly<Record<string, string | null>>>>;
}

const { pins }: Published = JSON.parse(readFileSync(new URL('osv-scanner.json', import.meta.url), 'utf8'));

/**
 * GitHub's database counts every older Django as affected by these. The Python Packaging Authority's, which the snapshot is made of,
 * names the series that Django itself names: 3.2 and later. A Django before them is told to be without any fixes.
 */
const wider = [
  'GHSA-6w2r-r2m5-xq5w',
  'GHSA-7xr5-9hcq-chf9',
  'GHSA-8x94-hmjh-97hq',
  'GHSA-frmv-pr5f-9mcr',
  'GHSA-qw25-v68c-qjf3',
];

const found = Object.entries(pins).map(([pin, theirs]) => {
  const [name = '', version = ''] = pin.split('==');
  const ours = shippedAdvisories
    .find(name, version)
    .map((advisory) => ({ ...advisory, named: [advisory.id, ...advisory.aliases].find((id) => id in theirs) }));
  return { pin, theirs, ours };
});

/** It cannot know what came after the newest advisory that it names. */
const until = found
  .flatMap(({ ours }) => ours.flatMap(({ named, published }) => (named === undefined ? [] : [published])))
  .sort()
  .at(-1);

test('there are enough of them to say something', () => {
  expect(found.length).toBeGreaterThanOrEqual(10);
});

test.each(found)('$pin', ({ pin, theirs, ours }) => {
  const known = new Set(ours.flatMap(({ id, aliases }) => [id, ...aliases]));
  const missing = Object.keys(theirs).filter((id) => !known.has(id));
  expect(missing).toEqual(pin.startsWith('django==') ? wider : []);
  for (const { named, fixed, published } of ours)
    if (named === undefined) expect(published > (until ?? '')).toBe(true);
    else expect(fixed ?? null).toBe(theirs[named]);
});
