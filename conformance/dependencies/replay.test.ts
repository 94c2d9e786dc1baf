/** The lines of requirements files are what pip has them be, as recorded. */
import { readFileSync } from 'node:fs';
import { createSourceFile } from '@django-golive/core';
import { expect, test } from 'vitest';
import type { Declaration } from '../../packages/python-deps/src/declaration.js';
import { readRequirementsFile } from '../../packages/python-deps/src/requirements-file.js';

interface Recorded {
  readonly text: string;
  readonly lines: readonly (readonly [line: number, what: Readonly<Record<string, unknown>>])[];
}

const { files }: { files: Readonly<Record<string, Recorded>> } = JSON.parse(
  readFileSync(new URL('recorded.json', import.meta.url), 'utf8'),
);

test.each(Object.entries(files))('%s', (_, { text, lines }) => {
  const reading = readRequirementsFile(
    createSourceFile('requirements.txt', () => text),
    'runtime',
  );
  const at = <T extends { at: { span: { start: number } } }>(all: readonly T[], line: number) =>
    all.find((one) => lineOf(text, one.at.span.start) === line);
  const said = lines.map(([line, what]) => {
    const [declared, included] = [at(reading.declarations, line), at(reading.includes, line)];
    if (at(reading.problems, line)) return [line, 'nameless' in what ? { nameless: true } : { refused: what.refused }];
    if (declared) return [line, { requirement: partsOf(declared) }];
    if (included) return [line, { [included.constraint ? 'constrains' : 'includes']: included.path }];
    return [line, { options: true }];
  });
  expect(said).toEqual(lines);
});

/** Lines as pip numbers them. */
function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|[\n\r\v\f\u2028]/).length;
}

function partsOf({ name, extras, specifier, marker, url }: Declaration) {
  const clauses = specifier.split(',').map((clause) => clause.replace(/\s/g, ''));
  return {
    name,
    extras: [...extras].sort(),
    specifier: clauses.filter((clause) => clause !== '').sort(),
    marker: marker !== undefined,
    url: url !== undefined,
  };
}
