/** The recorded cases as they lie on disk: what is asked, of which files, and what CPython and Django answered. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Json } from '@django-golive/django-settings';

/** What a case asks; `record.py` says what each word means. */
export interface CaseOptions {
  readonly settings?: string;
  readonly python?: string;
  readonly django?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly declared?: readonly string[];
  readonly setup?: string;
  readonly version?: string;
  readonly directory?: string;
  readonly unknown?: readonly string[];
  readonly note?: string;
}

/** What CPython and Django made of it. */
export interface Recorded {
  readonly python: string;
  readonly startup: {
    readonly ok: boolean;
    readonly error?: {
      readonly type: string;
      readonly message: string;
      readonly path: string | null;
      readonly line: number | null;
    };
  };
  readonly settings: Readonly<Record<string, Json>>;
  readonly checks: readonly string[];
  /** Those that SILENCED_SYSTEM_CHECKS hides. */
  readonly silenced?: readonly string[];
}

/** One case with its files. */
export interface Case {
  readonly options: CaseOptions;
  readonly recorded: Recorded;
  readonly paths: readonly string[];
  readonly read: (path: string) => string;
}

const root = fileURLToPath(new URL('./cases/', import.meta.url));

/** The names of all cases, `theme/case`. */
export function caseNames(): readonly string[] {
  return readdirSync(root, { withFileTypes: true, recursive: true })
    .map((entry) => ({ name: entry.name, path: relative(root, join(entry.parentPath, entry.name)) }))
    .flatMap(({ name, path }) => {
      if (name === 'case.json') return [path.slice(0, -'/case.json'.length)];
      return /^[^/]+\/[^/]+\.py$/.test(path) ? [path.slice(0, -'.py'.length)] : [];
    })
    .sort();
}

/** Reads a case: a folder with `case.json`, or one file that says it all. */
export function readCase(name: string): Case {
  const file = readOrNothing(join(root, `${name}.py`));
  if (file !== undefined) return caseInOneFile(name, file);
  const folder = join(root, name);
  const paths = readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((path) => path !== 'case.json' && path !== 'expected.json');
  return {
    options: JSON.parse(readFileSync(join(folder, 'case.json'), 'utf8')),
    recorded: JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')),
    paths,
    read: (path) => readFileSync(join(folder, path), 'utf8'),
  };
}

function readOrNothing(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function caseInOneFile(name: string, text: string): Case {
  const files = new Map([['config/__init__.py', '']]);
  for (const [path, part] of partsOf(text)) files.set(path, part);
  return {
    options: optionsOf(text),
    recorded: JSON.parse(readFileSync(join(root, `${name}.expected.json`), 'utf8')),
    paths: [...files.keys()],
    read: (path) => files.get(path) ?? '',
  };
}

/** The files that a text holds: the settings first, then one after each line `# --- path ---`. */
function partsOf(text: string): readonly (readonly [string, string])[] {
  const [first = '', ...rest] = text.split(/^# --- (\S+) ---\n/m);
  const others = rest.flatMap((path, index) => (index % 2 === 0 ? [[path, rest[index + 1] ?? ''] as const] : []));
  return [['config/settings.py', first], ...others];
}

/** The options that the first comment lines give, such as `# env: NAME=value`. */
function optionsOf(text: string): CaseOptions {
  const env: Record<string, string> = {};
  const options: Record<string, string | readonly string[]> = {};
  for (const line of text.split('\n')) {
    const [, word = '', value = ''] =
      /^# (env|python|django|settings|declared|setup|version|directory|unknown|note): ?(.*)$/.exec(line) ?? [];
    if (word === '') break;
    if (word === 'env') env[value.slice(0, value.indexOf('='))] = value.slice(value.indexOf('=') + 1);
    else options[word] = word === 'declared' || word === 'unknown' ? value.split(/,\s*/) : value;
  }
  return { ...options, env };
}
