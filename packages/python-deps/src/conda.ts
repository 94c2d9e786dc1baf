/** Reads conda's environment.yml, and what `conda list --export` writes: the part that pip installs, and the Python and the packages of conda's own part whose names are PyPI's. */
import type { DependencyKind, SourceFile, Span } from '@django-golive/core';
import {
  type Declaration,
  declare,
  emptyReading,
  type Problem,
  type PythonDemand,
  type Reading,
} from './declaration.js';
import { isKnownPackage } from './known-releases.js';
import { normalizeName } from './names.js';
import { readRequirementsFile } from './requirements-file.js';
import { parseSpecifier } from './specifier.js';

/** What a site does not import: Python itself, its installers, tools and libraries of the system. */
const NO_PACKAGES =
  /^(?:python|pip|setuptools|wheel|uv|openssl|nodejs|npm|yarn|git|make|cmake|gettext|postgresql|redis-server|nginx|ca-certificates|tzdata|lib[\w-]*|_[\w-]*|gcc[\w-]*|gxx[\w-]*)$/;

/** What conda calls so is a program or a library, or a package that PyPI calls otherwise. */
const OTHERS =
  /^(?:airflow|blas|boost|brotli|curl|docker|elasticsearch|ffmpeg|graphviz|grpc|hdf5|hiredis|mariadb|memcached|mysql|ninja|opencv|pandoc|pcre2?|poppler|postgis|proj|protobuf|pytorch|rabbitmq|redis|rust|snappy|sqlite|xmlsec|zeromq)$/;

/** One item of the list `dependencies`. */
interface Item {
  readonly text: string;
  readonly span: Span;
  /** It stands under `pip:`. */
  readonly pip: boolean;
}

/** `django=4.0=pyhd8ed1ab_1`: a name, a version and a build, which no other tool writes so. */
const EXPORTED = /^[\w.-]+=[^\s=<>!~]+=[^\s=<>!~]+$/;
/** The build of what pip installed into conda's environment. */
const BY_PIP = /=pypi_\d+$/;

/** Whether a text is what `conda list --export` writes, under whatever name: pip refuses it from its first line on. */
export function isCondaExport(text: string): boolean {
  const lines = exportedItems(text);
  return lines.length > 0 && lines.filter((line) => EXPORTED.test(line.text)).length * 2 > lines.length;
}

/** Reads one file. Never throws; a file without a list `dependencies` declares nothing. */
export function readConda(file: SourceFile, kind: DependencyKind): Reading {
  const items = isCondaExport(file.text) ? exportedItems(file.text) : itemsOf(file.text);
  const pip = readRequirementsFile(
    {
      ...file,
      text: only(
        file.text,
        items.filter((item) => item.pip),
      ),
    },
    kind,
  );
  const own = items
    .filter((item) => !item.pip)
    .map((item) => ({ ...matchSpec(item.text), at: file.at(item.span), item }));
  const python = own.find(({ name }) => name === 'python');
  const demand: PythonDemand | undefined = python && { specifier: python.specifier, at: python.at };
  const packages = own.filter(({ name }) => !NO_PACKAGES.test(name));
  // conda-forge calls a package of PyPI as PyPI does; its other names are not all PyPI's.
  const isSame = ({ name, item }: { readonly name: string; readonly item: Item }) =>
    BY_PIP.test(item.text) || (isKnownPackage(normalizeName(name)) && !OTHERS.test(name));
  const named = packages
    .filter(isSame)
    .map(
      ({ name, specifier, at, item }): Declaration =>
        declare({ name: normalizeName(name), written: name, extras: [], specifier }, { at, kind, declared: item.text }),
    );
  // By what name PyPI knows another, only conda's channel says.
  const problems = otherwiseCalled(packages.filter((one) => !isSame(one)));
  return {
    ...emptyReading(file.path, 'conda'),
    declarations: [...named, ...pip.declarations],
    includes: pip.includes,
    sources: pip.sources,
    problems: [...problems, ...pip.problems],
    ...(demand && demand.specifier !== '' ? { python: demand } : {}),
  };
}

/** One sentence of all of them: an export of a whole environment has dozens. */
function otherwiseCalled(
  packages: readonly { readonly name: string; readonly at: Problem['at'] }[],
): readonly Problem[] {
  const [first, second] = packages;
  if (!first) return [];
  const shown = packages.slice(0, 3).map(({ name }) => `\`${name}\``);
  const more = packages.length > 3 ? [`${packages.length - 3} more`] : [];
  const all = [...shown, ...more];
  const names = second ? `${all.slice(0, -1).join(', ')} and ${all.at(-1)} come` : `${shown[0]} comes`;
  return [{ at: first.at, why: `${names} from conda, which may call packages otherwise than PyPI does` }];
}

/** `django=4.2`, `conda-forge::django>=4.2,<5`: one `=` leaves the rest of the version open, which of three numbers is none; a build follows a second. */
function matchSpec(text: string): { readonly name: string; readonly specifier: string } {
  const [, name = '', written = ''] = /^(?:[\w./-]+::)?([\w.-]+)\s*(.*)$/.exec(text) ?? [];
  const version = written.replace(/\s+/g, '');
  const [, open, build] = /^=?([\d.]+)(?:\.\*)?(=.*)?$/.exec(version) ?? [];
  const specifier =
    version.startsWith('==') || open === undefined
      ? version
      : build || open.split('.').length > 2
        ? `==${open}`
        : `==${open}.*`;
  return { name: name.toLowerCase(), specifier: parseSpecifier(specifier) ? specifier : '' };
}

/** The text with blanks in place of all else, so that every offset stays. */
function only(text: string, items: readonly Item[]): string {
  let kept = '';
  for (const { span } of items) kept += blank(text.slice(kept.length, span.start)) + text.slice(span.start, span.end);
  return kept + blank(text.slice(kept.length));
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}

/** The items, line by line: an item under `pip:` stands further in than it. */
function itemsOf(text: string): readonly Item[] {
  const items: Item[] = [];
  let listed = false;
  let pip: number | undefined;
  let start = 0;
  for (const raw of text.split('\n')) {
    const item = /^(\s*)-\s+(["']?)(.*?)\2\s*(?:\s#.*)?$/.exec(raw);
    if (/^[^\s#-]/.test(raw)) listed = /^dependencies\s*:/.test(raw);
    else if (listed && item) {
      const [, lead = '', quote = '', content = ''] = item;
      if (pip !== undefined && lead.length <= pip) pip = undefined;
      const begin = start + raw.indexOf('-', lead.length) + 1;
      const from = begin + (/^\s*/.exec(raw.slice(begin - start))?.[0].length ?? 0) + quote.length;
      if (/^pip\s*:$/.test(content)) pip = lead.length;
      else if (content !== '')
        items.push({ text: content, span: { start: from, end: from + content.length }, pip: pip !== undefined });
    }
    start += raw.length + 1;
  }
  return items;
}

/** Each line of an export that is no comment. */
function exportedItems(text: string): readonly Item[] {
  const items: Item[] = [];
  let start = 0;
  for (const raw of text.split('\n')) {
    const written = raw.trim();
    const from = start + raw.indexOf(written);
    if (written !== '' && !written.startsWith('#'))
      items.push({ text: written, span: { start: from, end: from + written.length }, pip: false });
    start += raw.length + 1;
  }
  return items;
}
