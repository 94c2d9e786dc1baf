/** Mirrors of django.contrib.staticfiles' checks: the directories that its finder searches, and the storage it needs. */
import type { Value } from '@django-golive/core';
import {
  type Answer,
  anyOf,
  both,
  contains,
  isOneOf,
  iterated,
  maybeNoText,
  not,
  overOptions,
  truth,
} from '../answer.js';
import { type LoadedSettings, pathText } from '../loaded.js';
import { atLeast } from '../series.js';
import { check, type Finding, type SettingsCheck, together } from './check.js';
import { directoryExists } from './directories.js';
import { installed } from './installed.js';
import { samePath } from './paths.js';

const unseen = 'a directory of `STATICFILES_DIRS` is not in the repository: it may be made before Django starts';
const finders = 'django.contrib.staticfiles.finders.';

export const staticFilesChecks: readonly SettingsCheck[] = [
  {
    since: '1.11',
    reads: ['INSTALLED_APPS', 'STATICFILES_FINDERS', 'STATICFILES_DIRS', 'STATIC_ROOT'],
    run: (settings) => {
      const there = installed(settings, 'staticfiles');
      if (there === 'no') return [];
      return ofFinders(settings).map((finding) => ({
        ...finding,
        printed: both(
          () => there,
          () => finding.printed,
        ),
      }));
    },
  },
  check(
    'staticfiles.E005',
    ['INSTALLED_APPS', 'STORAGES'],
    (settings) =>
      both(
        () => installed(settings, 'staticfiles'),
        () => not(contains(settings.get('STORAGES'), 'staticfiles')),
      ),
    { since: '5.0' },
  ),
];

/** Every finder is made before any of its errors is printed. One of another package may be derived from Django's. */
function ofFinders(settings: LoadedSettings): readonly Finding[] {
  const listed = iterated(settings.get('STATICFILES_FINDERS'));
  if (listed === 'crash') return [];
  const paths = listed?.map((finder) => (isOpen(finder) ? undefined : (pathOf(finder) ?? 'crash'))) ?? [undefined];
  if (paths.includes('crash')) return [];
  const searches = paths.includes(`${finders}FileSystemFinder`);
  const certain = paths.every(
    (path) => path === `${finders}FileSystemFinder` || path === `${finders}AppDirectoriesFinder`,
  );
  if (!searches && certain) return [];
  const found = ofDirectories(settings);
  if (searches)
    return together(
      found.findings,
      found.mayStop || paths.includes(undefined) || paths.includes(`${finders}DefaultStorageFinder`),
    );
  return found.findings.map((finding) => (finding.printed === 'yes' ? { ...finding, printed: 'maybe' } : finding));
}

/** A dotted path; what is none cannot be imported. */
function pathOf(finder: Value): string | undefined {
  return finder.kind === 'str' && finder.value.includes('.') ? finder.value : undefined;
}

const isOpen = ({ kind }: Value): boolean => kind === 'unknown' || kind === 'choice' || kind === 'object';

function ofDirectories(settings: LoadedSettings): { readonly findings: readonly Finding[]; readonly mayStop: boolean } {
  const value = settings.get('STATICFILES_DIRS');
  const entries = iterated(value);
  if (!value || entries === 'crash') return { findings: [], mayStop: true };
  const early = atLeast(settings.series, '4.0');
  const ids = ['E001', 'E002', 'E003', ...(early ? ['W004'] : [])].map((id) => `staticfiles.${id}`);
  if (entries === undefined) {
    const open = ids.map((id): Finding => ({ id, printed: 'maybe' }));
    return { findings: open, mayStop: true };
  }
  const roots = entries.map(rootOf);
  const unlisted = not(isOneOf(value, 'list', 'tuple'));
  if (roots.some(({ root }) => root === 'crash')) return { findings: [], mayStop: true };
  const first: Finding = { id: 'staticfiles.E001', printed: unlisted };
  if (early && unlisted === 'yes') return { findings: [first], mayStop: false };
  const known = roots.flatMap(({ root, prefix }) => (root && root !== 'crash' ? [{ root, prefix }] : []));
  const open = known.length < roots.length;
  const over = (id: string, ask: (one: Directory) => Answer, why?: string): Finding => {
    const answers = known.map(ask);
    const any = answers.includes('crash') ? 'crash' : anyOf(answers, (answer) => answer);
    return { id: `staticfiles.${id}`, printed: any === 'no' && open ? 'maybe' : any, ...(why ? { why } : {}) };
  };
  const findings = [
    first,
    over('E003', ({ prefix }) => (prefix ? endsWithSlash(prefix) : 'no')),
    over('E002', ({ root }) => isStaticRoot(settings, root)),
    ...(early ? [over('W004', ({ root }) => not(directoryExists(settings, root)), open ? undefined : unseen)] : []),
  ];
  return { findings, mayStop: open || known.some(({ root, prefix }) => isOpen(root) || (prefix && isOpen(prefix))) };
}

interface Directory {
  readonly prefix: Value | undefined;
  readonly root: Value;
}

/** An entry is a path or a pair of a prefix and a path. A path that is no key of a dict stops Django. */
function rootOf(entry: Value): { readonly prefix: Value | undefined; readonly root: Value | 'crash' | undefined } {
  if (entry.kind === 'unknown' && entry.many) return { prefix: undefined, root: undefined };
  // It may be a pair.
  if (maybeNoText(entry)) return { prefix: undefined, root: undefined };
  const [prefix, root, third] = entry.kind === 'list' || entry.kind === 'tuple' ? entry.items : [undefined, entry];
  if (!root || third) return { prefix, root: 'crash' };
  if (prefix?.kind === 'unknown' && prefix.many) return { prefix: undefined, root: undefined };
  return { prefix, root: root.kind === 'list' || root.kind === 'dict' || root.kind === 'set' ? 'crash' : root };
}

function endsWithSlash(prefix: Value): Answer {
  return overOptions(prefix, (option) => {
    if (option.kind === 'str') return option.value.endsWith('/') ? 'yes' : 'no';
    return isOpen(option) ? 'maybe' : 'crash';
  });
}

function isStaticRoot(settings: LoadedSettings, root: Value): Answer {
  const target = settings.get('STATIC_ROOT');
  if (!target) return 'crash';
  return both(
    () => truth(target),
    () => {
      const [one, other] = [target, root].map(pathText);
      if (one !== undefined && other !== undefined) return samePath(one, other);
      if (isOpen(target) || isOpen(root)) return 'maybe';
      return [target, root].every(({ kind }) => kind === 'str' || kind === 'path' || kind === 'bytes') ? 'no' : 'crash';
    },
  );
}
