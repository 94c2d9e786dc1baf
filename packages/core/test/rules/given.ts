/** Facts written by hand, so that a rule can be asked without any reader. */

import { createFactReader, given, readNeeds } from '../../src/fact.js';
import { type Apps, apps } from '../../src/facts/apps.js';
import type { Dependencies, PlatformVersion } from '../../src/facts/dependencies.js';
import { dependencies } from '../../src/facts/dependencies.js';
import { type Deployment, deployment } from '../../src/facts/deployment.js';
import { type EntryPoints, entryPoints } from '../../src/facts/entry-points.js';
import { operator, project } from '../../src/facts/inputs.js';
import {
  type Assumption,
  type Setting,
  type Settings,
  type SettingsWith,
  type Startup,
  settings,
  settingsUnset,
  settingsWith,
  type VariableRead,
} from '../../src/facts/settings.js';
import { sources } from '../../src/facts/sources.js';
import { templates } from '../../src/facts/templates.js';
import { urls } from '../../src/facts/urls.js';
import type { Value } from '../../src/facts/value.js';
import { unknownDeployment } from '../../src/profile.js';
import type { Rule, Verdict } from '../../src/rule.js';
import { type Location, type Project, projectOf } from '../../src/source.js';

/** What a test writes for a value: JSON, or a value outright. */
export type Plain = null | boolean | number | string | readonly Plain[] | { readonly [key: string]: Plain } | Value;

/** A value from what a test writes: arrays are lists, objects dicts. */
export function valueOf(plain: Plain): Value {
  if (plain === null) return { kind: 'none' };
  if (typeof plain === 'boolean') return { kind: 'bool', value: plain };
  if (typeof plain === 'number') return { kind: 'int', value: BigInt(plain) };
  if (typeof plain === 'string') return { kind: 'str', value: plain };
  if (Array.isArray(plain)) return { kind: 'list', items: plain.map(valueOf) };
  if ('kind' in plain) return plain as Value;
  const entries = Object.entries(plain as Readonly<Record<string, Plain>>);
  return { kind: 'dict', entries: entries.map(([key, item]) => [{ kind: 'str', value: key }, valueOf(item)] as const) };
}

export const unknown: Value = { kind: 'unknown', why: 'a test does not say' };

export const here: Location = {
  path: 'config/settings.py',
  span: { start: 0, end: 0 },
  start: { line: 1, column: 1 },
  end: { line: 1, column: 1 },
};

/** Django's defaults as far as these rules look at them. */
const defaults: Readonly<Record<string, Plain>> = {
  ALLOWED_HOSTS: [],
  AUTHENTICATION_BACKENDS: ['django.contrib.auth.backends.ModelBackend'],
  AUTH_PASSWORD_VALIDATORS: [],
  CSRF_COOKIE_SECURE: false,
  CSRF_TRUSTED_ORIGINS: [],
  CSRF_USE_SESSIONS: false,
  DEBUG: false,
  INSTALLED_APPS: [],
  MIDDLEWARE: [],
  SECRET_KEY: '',
  SECRET_KEY_FALLBACKS: [],
  SECURE_CONTENT_TYPE_NOSNIFF: true,
  SECURE_CROSS_ORIGIN_OPENER_POLICY: 'same-origin',
  SECURE_HSTS_INCLUDE_SUBDOMAINS: false,
  SECURE_HSTS_PRELOAD: false,
  SECURE_HSTS_SECONDS: 0,
  SECURE_REFERRER_POLICY: 'same-origin',
  SECURE_SSL_REDIRECT: false,
  SESSION_COOKIE_HTTPONLY: true,
  SESSION_COOKIE_SAMESITE: 'Lax',
  SESSION_COOKIE_SECURE: false,
  TEMPLATES: [],
  USE_X_FORWARDED_HOST: false,
  X_FRAME_OPTIONS: 'DENY',
};

/** How the settings of a test differ from plain ones. */
export interface How {
  readonly django?: string;
  readonly startup?: Startup;
  /** The variables a setting reads. */
  readonly reads?: Readonly<Record<string, readonly string[]>>;
  /** The line a setting stands on. */
  readonly current?: Readonly<Record<string, string>>;
  readonly environment?: readonly VariableRead[];
  readonly assumptions?: readonly Assumption[];
  readonly path?: string | undefined;
  readonly files?: readonly string[];
}

/** Settings that hold what is written, over Django's defaults. */
export function settingsOf(written: Readonly<Record<string, Plain>>, how: How = {}): Settings {
  return {
    module: 'config.settings',
    path: 'path' in how ? how.path : here.path,
    django: how.django ?? '5.2',
    get(name): Setting {
      const assigned = name in written;
      const plain = assigned ? written[name] : defaults[name];
      return {
        name,
        value: plain === undefined ? { kind: 'none' } : valueOf(plain),
        origin: assigned ? 'assigned' : name in defaults ? 'default' : 'absent',
        at: here,
        trail: [],
        reads: how.reads?.[name] ?? [],
        subject: `config.settings:${name}`,
        current: how.current?.[name] ?? '',
      };
    },
    names: Object.keys(written).sort(),
    startup: how.startup ?? { ok: true },
    environment: how.environment ?? [],
    assumptions: how.assumptions ?? [],
    overrides: [],
    files: how.files ?? [here.path],
    roots: [''],
    checks: [],
    silencedChecks: [],
    undecidedChecks: [],
    steps: 0,
  };
}

/** A variable that settings read. */
export function read(name: string, how: Partial<VariableRead> = {}): VariableRead {
  return { name, reads: [here], required: false, sensitive: false, ...how };
}

/** What surrounds a rule in a test. */
export interface World {
  readonly settings?: Settings;
  readonly unset?: Settings;
  readonly with?: SettingsWith;
  readonly project?: Project;
  readonly deployment?: Partial<Deployment>;
  readonly entryPoints?: EntryPoints;
  /** The project's own applications. */
  readonly apps?: Apps['own'];
  readonly django?: PlatformVersion;
  readonly packages?: readonly string[];
  /** Whatever else the dependencies say. */
  readonly declared?: Partial<Dependencies>;
  readonly variables?: Readonly<Record<string, string>>;
}

/** What a rule says: each verdict as `kind:message`, or that it does not apply. */
export function say(rule: Rule, world: World): readonly string[] {
  return verdicts(rule, world)?.map(({ kind, message }) => `${kind}:${message}`) ?? ['not applicable'];
}

/** A rule's verdicts; `undefined` where it does not apply. */
export function verdicts(rule: Rule, world: World): readonly Verdict[] | undefined {
  const own = world.settings ?? settingsOf({});
  const facts = readNeeds(
    rule.needs,
    createFactReader([
      given(settings, own),
      given(settingsUnset, world.unset ?? own),
      given(settingsWith, world.with ?? (() => own)),
      given(project, world.project ?? projectOf({})),
      given(deployment, { ...unknownDeployment, ...world.deployment }),
      given(apps, { own: world.apps ?? [], complete: true }),
      given(entryPoints, world.entryPoints ?? { all: [], production: undefined, orphans: [] }),
      given(dependencies, dependenciesOf(world)),
      given(sources, { files: [], get: () => undefined }),
      given(templates, { files: [], get: () => undefined, complete: true }),
      given(urls, { routes: [], complete: false, path: undefined }),
      given(operator, { variables: world.variables ?? {}, strict: false }),
    ]),
  );
  if (!rule.applies(facts)) return undefined;
  return [...rule.check(facts, rule.defaults)];
}

function dependenciesOf({ django, packages = [], declared }: World): Dependencies {
  const all = packages.map((name) => ({
    name,
    declared: name,
    extras: [],
    specifier: '',
    applies: true,
    kind: 'runtime' as const,
    advisories: [],
    direct: true,
    at: { ...here, path: 'requirements.txt' },
  }));
  return {
    manifests: [],
    all,
    get: (name) => all.find((one) => one.name === name),
    providing: () => [],
    django,
    python: undefined,
    djangoSeries: '5.2',
    problems: [],
    dataDate: '2026-11-20',
    ...declared,
  };
}
