/** What is said of a project whose Django is not declared. */
import { expect, test } from 'vitest';
import {
  audit,
  type Dependencies,
  defineRule,
  dependencies,
  deployment,
  entryPoints,
  given,
  minutes,
  operator,
  type Provider,
  projectOf,
  provide,
  type Settings,
  settings as settingsFact,
  sources,
  unknownDeployment,
} from '../src/index.js';
import { settingsOf } from './rules/given.js';

const project = projectOf({ 'config/settings.py': 'X = 1\n' });
const at = project.file('config/settings.py')?.at({ start: 0, end: 1 });

const rule = defineRule({
  id: 'settings/tried',
  title: 'Tried',
  sound: 'Sound',
  category: 'security',
  severity: 'high',
  effort: minutes(10),
  risk: 'Risk.',
  references: [],
  since: '0.1.0',
  needs: { settings: settingsFact },
  problems: { wrong: 'Wrong: {name}.' },
  *check({ settings }, { problem }) {
    for (const name of settings.names)
      yield problem('wrong', { ...settings.get(name), subject: `config.settings:${name}` }, { name });
  },
});

/** What the rule says where each Django has faults in these settings. */
function said(
  byDjango: Readonly<Record<string, readonly string[]>>,
  how: { stops?: string; traced?: boolean; imports?: readonly [string, string] } = {},
) {
  const trace = { series: '1.8', orOlder: true, otherwise: '5.2', status: 'ended', at, current: '' } as const;
  const declared = {
    all: [],
    manifests: [],
    problems: [],
    djangoSeries: '1.8',
    dataDate: '',
  } as unknown as Dependencies;
  const providers: readonly Provider[] = [
    given(dependencies, { ...declared, ...(how.traced === false || !at ? {} : { djangoTrace: { ...trace, at } }) }),
    given(sources, {
      files: [
        {
          path: 'config/urls.py',
          module: 'config.urls',
          aside: false,
          loaded: 'yes' as const,
          imports:
            how.imports && at
              ? [{ module: how.imports[0], names: [how.imports[1]], origin: 'package' as const, at }]
              : [],
        },
      ],
      get: () => undefined,
    }),
    provide(settingsFact, { operator }, (facts): Settings => {
      const django = facts.operator.django ?? '1.8';
      const startup =
        how.stops === django
          ? { ok: false as const, complete: true, error: { type: 'ImportError', message: '', at: at!, trail: [] } }
          : { ok: true as const };
      return { ...settingsOf({}), names: byDjango[django] ?? [], startup };
    }),
  ];
  const report = audit(project, {
    providers,
    rules: [{ rule, severity: 'high', options: {} }],
    today: '2026-11-20',
    version: '0.0.0',
  });
  return [
    ...report.findings.map(({ confidence, message }) => `${confidence}: ${message}`),
    ...report.questions.map(({ text }) => `question: ${text}`),
  ];
}

test('what each likely Django has is a finding, what one alone has is a question', () => {
  expect(said({ '1.8': ['A', 'B'], '5.2': ['A', 'C'] })).toEqual([
    'certain: Wrong: A.',
    'question: Wrong: B. That is so with Django 1.8, for which the code was written, and not with 5.2. Which one is installed?',
  ]);
});

test('the same fault in what another Django reads instead is less sure', () => {
  expect(said({ '1.8': ['MIDDLEWARE_CLASSES'], '5.2': ['MIDDLEWARE'] })).toEqual(['firm: Wrong: MIDDLEWARE_CLASSES.']);
});

test('a Django on which the site stops bears nothing out, and refutes nothing', () => {
  expect(said({ '1.8': ['A', 'B'], '5.2': ['A'] }, { stops: '5.2' })).toEqual([
    'certain: Wrong: A.',
    'firm: Wrong: B.',
  ]);
});

test('a Django that has no longer what the site imports bears nothing out, and refutes nothing', () => {
  const faults = { '1.8': ['A', 'B'], '5.2': ['A'] };
  const sure = ['certain: Wrong: A.', 'firm: Wrong: B.'];
  expect(said(faults, { imports: ['django.conf.urls', 'url'] })).toEqual(sure);
  expect(said(faults, { imports: ['django.core.urlresolvers', 'reverse'] })).toEqual(sure);
  expect(said(faults, { imports: ['django.conf.urls', 'include'] })).toEqual(said(faults));
});

test('without a trace only the middleware is doubtful', () => {
  expect(said({ '1.8': ['DEBUG', 'MIDDLEWARE'] }, { traced: false })).toEqual([
    'certain: Wrong: DEBUG.',
    'firm: Wrong: MIDDLEWARE.',
  ]);
});

test("a target's own rules are less sure where the files only suggest the target", () => {
  const own = { ...rule, id: 'somewhere/tried' };
  const found = (confidence: number) =>
    audit(project, {
      providers: [given(settingsFact, { ...settingsOf({}), names: ['DEBUG'] })],
      rules: [own, rule].map((one) => ({ rule: one, severity: 'high' as const, options: {} })),
      profile: {
        id: 'somewhere',
        title: 'Somewhere',
        detector: { needs: {}, detect: () => undefined },
        providers: [],
        rules: [],
        capabilities: [],
        checklist: { needs: {}, items: () => [] },
      },
      detection: { target: 'somewhere', confidence, reasons: [] },
      today: '2026-11-20',
      version: '0.0.0',
    }).findings.map((finding) => `${finding.rule} ${finding.confidence}`);
  expect(found(0.55).sort()).toEqual(['settings/tried certain', 'somewhere/tried firm']);
  expect(found(0.9).sort()).toEqual(['settings/tried certain', 'somewhere/tried certain']);
});

test('a value that a file outside of the repository may set again is less sure', () => {
  const here = at!;
  const below = { ...here, span: { start: 5, end: 6 } };
  const found = (override: { path: string; at: typeof here }, about: typeof here) =>
    audit(project, {
      providers: [
        given(settingsFact, {
          ...settingsOf({}),
          names: ['DEBUG'],
          get: (name) => ({ ...settingsOf({}).get(name), at: about }),
          overrides: [override],
        }),
      ],
      rules: [{ rule, severity: 'high', options: {} }],
      today: '2026-11-20',
      version: '0.0.0',
    }).findings.map(({ confidence }) => confidence);
  expect(found({ path: 'config/local_settings.py', at: below }, here)).toEqual(['firm']);
  expect(found({ path: 'config/local_settings.py', at: here }, below)).toEqual(['certain']);
  expect(found({ path: 'config/local_settings.py', at: { ...here, path: 'config/base.py' } }, below)).toEqual(['firm']);
});

test('a value of a module that is only supposed to be production is less sure, and the report says what it supposes', () => {
  const report = (insteadOf?: string, manage?: { readonly module: string | undefined }) =>
    audit(project, {
      providers: [
        given(settingsFact, { ...settingsOf({}), names: ['DEBUG'] }),
        given(entryPoints, {
          all: manage
            ? [
                {
                  name: 'manage.py',
                  role: 'manage',
                  module: manage.module,
                  path: undefined,
                  at,
                  reason: '',
                  candidates: [],
                  roots: [''],
                },
              ]
            : [],
          orphans: [],
          production: {
            name: 'web',
            role: 'web',
            module: 'config.settings',
            path: 'config/settings.py',
            at,
            reason: '`config/wsgi.py` names `config.local`, which looks like development',
            candidates: [],
            supposed: true,
            ...(insteadOf === undefined ? {} : { insteadOf }),
            roots: [''],
          },
        }),
      ],
      rules: [{ rule, severity: 'high', options: {} }],
      today: '2026-11-20',
      version: '0.0.0',
    });
  expect(report().findings.map(({ confidence }) => confidence)).toEqual(['certain']);
  expect(report().scenario.assumptions).toEqual([]);
  expect(report(undefined, { module: undefined }).findings.map(({ confidence }) => confidence)).toEqual(['firm']);
  expect(report(undefined, { module: undefined }).scenario.assumptions.map(({ value }) => value)).toEqual([
    'config.settings',
  ]);
  // Each server has one of its own, which is not in the repository.
  expect(report(undefined, { module: 'config.live' }).findings.map(({ confidence }) => confidence)).toEqual(['firm']);
  expect(report('config.local').findings.map(({ confidence }) => confidence)).toEqual(['firm']);
  expect(report('config.local').scenario.assumptions).toEqual([
    {
      variable: 'DJANGO_SETTINGS_MODULE',
      value: 'config.settings',
      why: '`config/wsgi.py` names `config.local`, which looks like development',
    },
  ]);
});

test('what the template of settings that each server has says otherwise is a question', () => {
  const files = {
    'config/base.py': 'DEBUG = True\nALLOWED_HOSTS = []\n',
    'config/production.example.py': "from .base import *\n\nALLOWED_HOSTS = ['shop.example']\n",
  };
  const tree = projectOf(files);
  const lines = { DEBUG: { start: 0, end: 12 }, ALLOWED_HOSTS: { start: 13, end: 31 } };
  const report = (module: string) =>
    audit(tree, {
      providers: [
        given(settingsFact, {
          ...settingsOf({}),
          names: Object.keys(lines),
          get: (name) => ({
            ...settingsOf({}).get(name),
            at: tree.file('config/base.py')!.at(lines[name as 'DEBUG'] ?? { start: 0, end: 0 }),
          }),
        }),
        given(deployment, unknownDeployment),
        given(entryPoints, {
          all: [{ name: 'wsgi.py', role: 'web', module, path: undefined, at, reason: '', candidates: [], roots: [''] }],
          orphans: [],
          production: undefined,
        }),
      ],
      rules: [{ rule, severity: 'high', options: {} }],
      today: '2026-11-20',
      version: '0.0.0',
    });
  expect(report('config.production').findings.map(({ message }) => message)).toEqual(['Wrong: DEBUG.']);
  expect(report('config.production').questions.map(({ text }) => text)).toEqual([
    'Wrong: ALLOWED_HOSTS. `config/production.example.py` says otherwise, which seems to be what the server has in its place. Is it so there?',
  ]);
  expect(report('config.other').findings).toHaveLength(2);
});

test('what a copy of the settings from the server says otherwise is a question', () => {
  const files = {
    'config/settings.py': 'DEBUG = True\nALLOWED_HOSTS = []\n',
    'pythonanywhere_settings.py': "DEBUG = True\nALLOWED_HOSTS = ['shop.example']\nSTATIC_ROOT = '/home/shop/static'\n",
  };
  const tree = projectOf(files);
  const file = tree.file('config/settings.py')!;
  const lines = {
    DEBUG: { start: 0, end: 12 },
    ALLOWED_HOSTS: { start: 13, end: 31 },
    STATIC_ROOT: { start: 13, end: 31 },
  };
  const report = (settingsCopy: string, category: 'security' | 'secrets' = 'security') =>
    audit(tree, {
      providers: [
        given(settingsFact, {
          ...settingsOf({}),
          names: Object.keys(lines),
          get: (name) => ({ ...settingsOf({}).get(name), at: file.at(lines[name as 'DEBUG'] ?? { start: 0, end: 0 }) }),
        }),
        given(deployment, {
          target: 'pythonanywhere',
          processes: [],
          platformVariables: {},
          documented: [],
          traits: new Map(),
          volumes: [],
          settingsCopy,
        }),
      ],
      rules: [{ rule: { ...rule, category }, severity: 'high', options: {} }],
      today: '2026-11-20',
      version: '0.0.0',
    });
  const { findings, questions } = report('pythonanywhere_settings.py');
  expect(findings.map(({ message }) => message)).toEqual(['Wrong: DEBUG.']);
  expect(questions.map(({ text }) => text)).toEqual(
    ['ALLOWED_HOSTS', 'STATIC_ROOT'].map(
      (name) =>
        `Wrong: ${name}. \`pythonanywhere_settings.py\` says otherwise, which seems to be what the server has in its place. Is it so there?`,
    ),
  );
  expect(report('pythonanywhere_settings.py', 'secrets').findings).toHaveLength(3);
  expect(report('other_settings.py').findings).toHaveLength(3);
});
