/** What to write into a project's manifest, or to run, for one package: in the words of the installer that the project uses. */

import { changedLine } from '../../changed-text.js';
import type { Dependencies, Dependency, Manifest } from '../../facts/dependencies.js';
import type { Remedy } from '../../rule.js';
import type { Project } from '../../source.js';

type Lines = Pick<Remedy, 'at' | 'code' | 'language' | 'path' | 'place'>;

/** How to add a requirement such as `gunicorn` or `Django~=5.2.0` to what production installs. */
export function additionLines(dependencies: Dependencies, requirement: string): Lines {
  const first = dependencies.manifests.find(({ kind, lock }) => kind === 'runtime' && !lock);
  if (!first) return {};
  const manifest = first.listedIn ? dependencies.manifests.find(({ path }) => first.listedIn?.includes(path)) : first;
  // Nothing can be added to a list that other files hold.
  if (!manifest) return { path: first.listedIn?.[0] ?? first.path };
  const { path, format } = manifest;
  const add = first.listedIn ? undefined : adder(dependencies, manifest);
  if (add !== undefined)
    return {
      code: `${add} ${/^[\w.-]+$/.test(requirement) ? requirement : `'${requirement}'`}${format === 'requirements' ? `\n# then make ${path} anew` : ''}`,
      language: 'bash',
      path,
    };
  if (format === 'requirements') return { code: requirement, language: 'text', path, place: 'end' };
  if (format !== 'pyproject') return { path };
  return {
    code: `[project]\ndependencies = [\n    # beside what is there\n    "${requirement}",\n]`,
    language: 'toml',
    path,
  };
}

/** How to move a package to one version. */
export function upgradeLines(dependencies: Dependencies, row: Dependency, version: string, project: Project): Lines {
  const path = (row.lockedAt ?? row.at).path;
  const manifest = dependencies.manifests.find((one) => one.path === row.at.path);
  const add = manifest && adder(dependencies, manifest);
  const name = row.extras.length === 0 ? row.name : `${row.name}[${row.extras.join(',')}]`;
  if (add !== undefined)
    return row.direct ? { code: `${add} '${name}>=${version}'`, language: 'bash', path } : { path };
  const plain = row.declared.replace(/\s+#.*$/, '').replace(/\s/g, '');
  const language = manifest && items[manifest.format];
  if (language && !row.lockedAt) return { path, ...changedItem(project, row, version, language) };
  // What is compiled from another file, has hashes or a marker, a bare line would spoil.
  const compiled = compiledFrom(dependencies, row);
  if (compiled !== undefined && row.at.path === compiled) {
    const [, head = '', sign = '', old = ''] = /^([\w.-]+(?:\[[\w,.-]+\])?)(==|>=|~=)([\w.+!-]+)$/.exec(plain) ?? [];
    if (head === '') return { path: compiled };
    // `~=3.13` admits all of 3: what it admits from now on begins with the one that is mended.
    const short = sign === '~=' && old.split('.').length === 2 && version.split('.').length > 2;
    const bound = short ? `~=${version.split('.').slice(0, 2).join('.')},>=${version}` : `${sign}${version}`;
    return { code: `${head}${bound}`, language: 'text', path: compiled, place: 'instead', at: row.at };
  }
  if (manifest?.format !== 'requirements' || row.lockedAt || compiled !== undefined) return { path };
  if (!/^[\w.-]+(\[[\w,.-]+\])?==[\w.+!-]+$/.test(plain)) return { path };
  return {
    code: `${plain.slice(0, plain.indexOf('=='))}==${version}`,
    language: 'text',
    path,
    place: 'instead',
    at: row.at,
  };
}

/** Where a requirement is an item of a list, on a line with other signs of its language. */
const items: Partial<Record<Manifest['format'], NonNullable<Remedy['language']>>> = {
  pyproject: 'toml',
  'setup-cfg': 'ini',
  'setup-py': 'python',
};

/** The line of an item with another version in its pin; nothing where the line does not show which pin is meant. */
function changedItem(
  project: Project,
  { at, declared }: Dependency,
  version: string,
  language: NonNullable<Lines['language']>,
): Lines {
  const name = /^[\w.-]+(?:\[[\w,. -]+\])?\s*==\s*(?=[\w.+!-]+$)/.exec(declared)?.[0];
  const { code, ...line } = changedLine(project, at, (text) => {
    const [before, after, more] = text.split(declared);
    const isOne = after !== undefined && more === undefined && !/^[\w.]/.test(after);
    return name !== undefined && isOne ? `${before}${name}${version}${after}` : text;
  });
  return code !== undefined && line.place === 'instead' ? { ...line, code, language } : {};
}

/** The list that people write, where the place of a row is in one that pip-compile or uv made of it. */
export function compiledFrom({ manifests }: Dependencies, { at, lockedAt }: Dependency): string | undefined {
  const path = (lockedAt ?? at).path;
  const source = lockedAt && at.path.endsWith('.in') ? at.path : path.replace(/\.txt$/, '.in');
  return path.endsWith('.txt') && manifests.some((one) => one.path === source) ? source : undefined;
}

/** How a compiled list comes to hold another version, as further sentences. */
export function compileAgain(dependencies: Dependencies, row: Dependency): string {
  const source = compiledFrom(dependencies, row);
  if (source === undefined) return '';
  const path = (row.lockedAt ?? row.at).path;
  // What is pinned there stays as it is unless its name is given, whatever the source admits.
  const again = `make it anew with \`--upgrade-package ${row.name}\``;
  return row.at.path === source
    ? ` Let its line in \`${source}\` admit that. \`${path}\` is compiled from that file: ${again}.`
    : ` \`${path}\` is compiled from \`${source}\`: ${again}.`;
}

/** The command of the tool that keeps a lock beside the manifest; without a lock the file is written by hand. */
function adder(dependencies: Dependencies, manifest: Manifest): string | undefined {
  const { path, format } = manifest;
  const directory = path.slice(0, path.lastIndexOf('/') + 1);
  const has = (name: string): boolean => dependencies.manifests.some((one) => one.path === `${directory}${name}`);
  if (format === 'pipfile' || format === 'pipfile-lock') return 'pipenv install';
  // A list that people write is what production reads, whatever tool has its own list beside it.
  if (format === 'requirements' && !isExported(dependencies, manifest)) return undefined;
  if (format === 'poetry' || format === 'poetry-lock' || has('poetry.lock')) return 'poetry add';
  if (format === 'uv-lock' || has('uv.lock')) return 'uv add';
  if (format === 'pdm-lock' || has('pdm.lock')) return 'pdm add';
  return undefined;
}

/** Whether a tool wrote a list: its head says so, or each line has a marker beside its pin, as `poetry export` leaves it. */
function isExported({ all }: Dependencies, { path, lock }: Manifest): boolean {
  const rows = all.filter(({ at }) => at.path === path);
  return (
    lock || (rows.length > 2 && rows.every(({ marker, version }) => marker !== undefined && version !== undefined))
  );
}
