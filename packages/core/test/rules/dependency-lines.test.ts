/** What rules about packages make of lines: names that code imports, and sources that are to be reached otherwise. */
import { expect, test } from 'vitest';
import type { Dependencies, Dependency, PackageSource } from '../../src/facts/dependencies.js';
import type { Settings } from '../../src/facts/settings.js';
import { insecureSource } from '../../src/rules/deps/insecure-source.js';
import { mayRun } from '../../src/rules/deps/used.js';
import { projectOf } from '../../src/source.js';
import { verdicts } from './given.js';

test.each([
  ['import json, lxml', ['lxml']],
  ['import os; import requests', ['requests']],
  ['import lxml.etree as b, yaml as c  # requests', ['lxml', 'yaml']],
  ['from lxml import etree, requests', ['lxml']],
  ['    import os, \\\n        requests', ['requests']],
  ['try: import yaml\nexcept ImportError: yaml = None', ['yaml']],
  ['print("import lxml, requests")', []],
])('each module that a line imports counts: %s', (line, expected) => {
  const dependencies = { all: [], providing: (module: string) => [module] } as unknown as Dependencies;
  const project = projectOf({ 'shop/management/commands/fetch.py': `${line}\n` });
  const runs = mayRun.derive?.({ dependencies, project, settings: { files: [] } as unknown as Settings });
  const named = ['lxml', 'requests', 'yaml'].filter((name) => runs?.({ name, direct: true } as Dependency));
  expect(named).toEqual(expected);
});

const remedyOf = (path: string, text: string, line: string, source: Partial<PackageSource>) => {
  const project = projectOf({ [path]: text });
  const start = text.indexOf(line);
  const at = project.file(path)?.at({ start, end: start + line.length });
  const url = /\S+:\/\/[^\s"]+/.exec(line)?.[0] ?? '';
  const sources = [{ kind: 'index', url, insecure: true, current: url, at, ...source }];
  const manifests = [{ path, format: 'requirements', lock: false, kind: 'runtime' }];
  const [first] =
    verdicts(insecureSource, { project, declared: { manifests, sources } as unknown as Dependencies }) ?? [];
  return first && 'remedy' in first ? first.remedy : undefined;
};

test.each([
  ['--index-url http://10.0.0.1/simple', '--index-url https://10.0.0.1/simple'],
  ['-i=http://10.0.0.1/simple --no-binary x', '-i=https://10.0.0.1/simple --no-binary x'],
  [
    '--index-url http://10.0.0.1/simple # as http://wiki/pip says',
    '--index-url https://10.0.0.1/simple # as http://wiki/pip says',
  ],
  ['-e git+git://example.com/a.git@1#egg=a', '-e git+https://example.com/a.git@1#egg=a'],
  [
    'shop @ git+http://example.com/shop.git ; python_version > "3"',
    'shop @ git+https://example.com/shop.git ; python_version > "3"',
  ],
])('the line of a source keeps all else that stands in it: %s', (line, code) => {
  expect(remedyOf('requirements.txt', `${line}\nDjango\n`, line, {})).toMatchObject({ code, place: 'instead' });
});

test('where a source is declared by a table, its address is only shown', () => {
  const text = '[[tool.uv.index]]\nurl = "http://10.0.0.1/simple"\n';
  const url = 'http://10.0.0.1/simple';
  const remedy = remedyOf('pyproject.toml', text, 'tool.uv.index', { url });
  expect(remedy).toMatchObject({ code: 'https://10.0.0.1/simple', place: 'part' });
});
