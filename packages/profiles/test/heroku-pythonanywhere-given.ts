/** Settings and audits given by hand, for rules that are tried without the settings reader. */
import {
  apps,
  audit,
  entryPoints,
  given,
  type Profile,
  projectOf,
  type Report,
  type ReportFinding,
  type ReportQuestion,
  resolve,
  type Setting,
  type Settings,
  settings,
  settingsUnset,
  templates,
  type Value,
  type VariableRead,
} from '@django-golive/core';
import { readDependencies } from '@django-golive/python-deps';

/** Plain data as the settings reader would have it; a function stands for a value that waits for variables. */
export type Plain = null | boolean | number | string | readonly Plain[] | { readonly [key: string]: Plain } | Unknown;

/** A string that an environment variable holds. */
export class Unknown {
  constructor(readonly variable: string) {}
}

/** One audit with one rule. */
export interface Tried {
  readonly findings: readonly ReportFinding[];
  readonly questions: readonly ReportQuestion[];
  readonly outcome: string;
  readonly checklist: Report['checklist'];
}

/** Try one rule of a profile. `reads` names the variables of each setting. */
export function tryRule(
  profile: Profile,
  id: string,
  files: Readonly<Record<string, string>>,
  values: Readonly<Record<string, Plain>> = {},
  how: {
    readonly reads?: Readonly<Record<string, readonly string[]>>;
    readonly required?: readonly string[];
    /** Variables that are read with a fallback. */
    readonly optional?: readonly string[];
    /** And which it is. */
    readonly fallbacks?: Readonly<Record<string, string>>;
    readonly assumed?: Readonly<Record<string, string>>;
    readonly files?: readonly string[];
    /** The type of a field of the project's one model. */
    readonly field?: string;
    /** Modules that the settings import and the repository lacks. */
    readonly absent?: readonly string[];
    readonly wanted?: readonly string[];
  } = {},
): Tried {
  const project = projectOf({ 'config/settings.py': '# settings\n', ...files });
  const file = project.file('config/settings.py');
  const at = file?.at({ start: 0, end: 1 }) ?? {
    path: '',
    span: { start: 0, end: 0 },
    start: { line: 1, column: 1 },
    end: { line: 1, column: 1 },
  };
  const get = (name: string): Setting => ({
    name,
    value: Object.hasOwn(values, name) ? valueOf(values[name] ?? null) : { kind: 'none' },
    origin: Object.hasOwn(values, name) ? 'assigned' : 'absent',
    at,
    trail: [],
    reads: how.reads?.[name] ?? [],
    subject: `config.settings:${name}`,
    current: `${name} = …`,
  });
  const environment = [
    ...(how.required ?? []).map((name): VariableRead => ({ name, reads: [at], required: true, sensitive: true })),
    ...(how.optional ?? []).map(
      (name): VariableRead => ({ name, reads: [at], required: false, sensitive: /KEY|PASSWORD/.test(name) }),
    ),
    ...Object.entries(how.fallbacks ?? {}).map(
      ([name, value]): VariableRead => ({
        name,
        reads: [at],
        required: false,
        sensitive: false,
        default: { kind: 'str', value },
      }),
    ),
  ];
  const built: Settings = {
    module: 'config.settings',
    path: 'config/settings.py',
    django: '5.2',
    get,
    names: Object.keys(values).sort(),
    startup: how.absent ? { ok: null, why: `\`${how.absent[0]}\` is not in the repository` } : { ok: true },
    environment,
    assumptions: Object.entries(how.assumed ?? {}).map(([variable, value]) => ({ variable, value, why: '' })),
    overrides: (how.absent ?? []).map((path) => ({ path, at })),
    wanted: (how.wanted ?? []).map((path) => ({ path, at })),
    files: how.files ?? ['config/settings.py'],
    checks: [],
    silencedChecks: [],
    undecidedChecks: [],
    roots: [''],
    steps: 0,
  };
  const fields = how.field === undefined ? [] : [{ name: 'file', type: how.field, at }];
  const own = [
    {
      entry: 'shop',
      module: 'shop',
      label: 'shop',
      directory: 'shop',
      models: [{ name: 'Item', at, fields, managed: true }],
      migrationsDirectory: 'shop/migrations',
      migrated: false,
      migrations: [],
    },
  ];
  const entry = resolve(profile.rules).find(({ rule }) => rule.id === id);
  if (!entry) throw new Error(`There is no rule ${id}.`);
  const report = audit(project, {
    providers: [
      ...readDependencies,
      given(settings, built),
      given(settingsUnset, built),
      given(apps, { own, complete: true }),
      given(templates, { files: [], get: () => undefined, complete: true }),
      given(entryPoints, { all: [], production: undefined, orphans: [] }),
    ],
    rules: [entry],
    profile: { ...profile, rules: [] },
    today: '2026-11-20',
    version: '0.0.0',
  });
  return {
    findings: report.findings,
    questions: report.questions,
    outcome: report.outcomes[0]?.outcome ?? 'none',
    checklist: report.checklist,
  };
}

/** The ids of what was said, problems first. */
export function said(tried: Tried): readonly string[] {
  return [
    ...tried.findings.map(({ messageId }) => `problem ${messageId}`),
    ...tried.questions.map(({ messageId }) => `question ${messageId}`),
  ];
}

function valueOf(plain: Plain): Value {
  if (plain === null) return { kind: 'none' };
  if (plain instanceof Unknown)
    return { kind: 'unknown', why: `\`${plain.variable}\` is given`, variables: [plain.variable], type: 'str' };
  if (typeof plain === 'boolean') return { kind: 'bool', value: plain };
  if (typeof plain === 'number') return { kind: 'int', value: BigInt(plain) };
  if (typeof plain === 'string') return { kind: 'str', value: plain };
  if (Array.isArray(plain)) return { kind: 'list', items: plain.map((item: Plain) => valueOf(item)) };
  return {
    kind: 'dict',
    entries: Object.entries(plain).map(([key, item]) => [{ kind: 'str', value: key }, valueOf(item as Plain)] as const),
  };
}
