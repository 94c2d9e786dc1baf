/** `golive settings [PATH] [NAME...]`: each setting, its value, and the lines that made it so. */
import { statSync } from 'node:fs';
import {
  createFactReader,
  describeValue,
  entryPoints,
  maskText,
  type Project,
  providersOf,
  type Setting,
  type Settings,
  settings as settingsFact,
  settledBy,
} from '@django-golive/core';
import { describeSettings, encodeValue, type Json } from '@django-golive/django-settings';
import type { Arguments } from '../arguments.js';
import { localDate, readers } from '../audit-project.js';
import { chooseTarget } from '../choose-target.js';
import { exitCodes, type Outcome } from '../outcome.js';
import { UsageError } from '../usage-error.js';
import { openProject, variablesOf } from './open-project.js';
import { trailLines } from './trail.js';

/** Show settings as text or JSON. Exits with 3 where no settings module is found, with 2 for a name that is no setting. */
export function showSettings(given: Arguments): Outcome {
  const { path, names } = readPositionals(given.positionals);
  const [target, another] = given.targets;
  if (another !== undefined) throw new UsageError('golive settings shows the settings of one target at a time.');
  const { project, nothing } = openProject([path]);
  if (nothing) return nothing;
  const today = localDate(new Date());
  const { profile } = chooseTarget(project, target, today);
  const read = createFactReader(
    providersOf(project, {
      providers: readers,
      today,
      operator: { ...given.operator, variables: variablesOf(given) },
      ...(profile ? { profile } : {}),
    }),
  );
  const found = read(settingsFact);
  if (found.path === undefined) {
    const asked = given.operator.settings;
    const why = asked
      ? `the settings module ${asked} is not in ${project.name}`
      : `no settings module was found in ${project.name}`;
    return { code: exitCodes.nothingToAudit, outputs: [], message: `golive: ${why}.` };
  }
  const wanted = names.length > 0 ? names : undefined;
  const json = given.json || given.outputs.some(({ format }) => format === 'json');
  const file = given.outputs.find(({ format }) => format === 'json')?.file;
  const text = json
    ? JSON.stringify(asJson(found, wanted, given), null, 2)
    : asText(project, found, wanted, given, read(entryPoints).production?.reason ?? '');
  return { code: exitCodes.clean, outputs: [{ text, file: json ? file : undefined }] };
}

/** The first word is a path when it is a directory; names of settings are all upper case. */
function readPositionals(positionals: readonly string[]): { readonly path: string; readonly names: readonly string[] } {
  const [first, ...rest] = positionals;
  const isPath = first !== undefined && (isDirectory(first) || !/^[A-Z][A-Z0-9_]*$/.test(first));
  const names = isPath ? rest : positionals;
  const odd = names.find((name) => !/^[A-Z_][A-Z0-9_]*$/.test(name));
  if (odd !== undefined) throw new UsageError(`"${odd}" is no name of a setting: they are upper case.`);
  return { path: isPath ? (first ?? '.') : '.', names };
}

function isDirectory(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function asJson(settings: Settings, names: readonly string[] | undefined, given: Arguments): Json {
  const all = describeSettings(settings, { reveal: given.reveal }) as {
    readonly settings: Readonly<Record<string, { readonly origin: string }>>;
  } & Record<string, Json>;
  const shown = Object.entries(all.settings).filter(([name, { origin }]) =>
    names ? names.includes(name) : given.defaults || origin === 'assigned',
  );
  return { ...all, settings: Object.fromEntries(shown) as Json };
}

function asText(
  project: Project,
  settings: Settings,
  names: readonly string[] | undefined,
  given: Arguments,
  reason: string,
): string {
  const shown = (names ?? settings.names).map((name) => settings.get(name));
  const head = [
    `${settings.module} (${settings.path}), Django ${settings.django}${reason ? `: ${reason}` : ''}`,
    startup(settings),
  ];
  const assumed = settings.assumptions.map(({ variable, value, why }) => `Assumed ${variable}=${value}: ${why}`);
  const overrides = settings.overrides.map(
    ({ path, at }) =>
      `${path} is not in the repository. A server that has it reads it at ${at.path}:${at.start.line}: the values are these unless overridden there.`,
  );
  const blocks = shown.map((setting) =>
    names ? wholeBlock(project, settings, setting, given.reveal) : block(setting, given.reveal),
  );
  const checks = names ? [] : ['', ...checksOf(settings)];
  return [...head, ...assumed, ...overrides, '', ...blocks, ...checks].join('\n');
}

/** What `manage.py check --deploy` makes of the settings. */
function checksOf(settings: Settings): readonly string[] {
  if (settings.startup.ok === false) return ["Django's checks do not run: it would not start."];
  const { checks, silencedChecks, undecidedChecks } = settings;
  const listed = (ids: readonly string[]): string => (ids.length === 0 ? 'none' : ids.join(', '));
  return [
    `Django's checks of settings (\`manage.py check --deploy\`): ${listed(checks)}`,
    ...(silencedChecks.length > 0 ? [`Silenced by SILENCED_SYSTEM_CHECKS: ${listed(silencedChecks)}`] : []),
    ...undecidedChecks.map(({ id, why }) => `Not decided: ${id}, since ${maskText(why)}`),
  ];
}

function startup({ startup }: Settings): string {
  if (startup.ok === true) return 'Django would start with it.';
  if (startup.ok === null) return `Whether Django would start is not known: ${startup.why}`;
  const { type, message, at } = startup.error;
  return `Django would not start: ${type}${message ? `: ${message}` : ''} (${at.path}:${at.start.line})`;
}

/** A setting with the line that gave it. */
function block(setting: Setting, reveal: boolean): string {
  const { at, reads, origin } = setting;
  const place = origin === 'assigned' ? [`    ${at.path}:${at.start.line}`] : [];
  return [headOf(setting, reveal), ...place, ...(reads.length > 0 ? [`    reads ${reads.join(', ')}`] : [])].join('\n');
}

/** A setting that was asked for by name, with its whole trail. */
function wholeBlock(project: Project, settings: Settings, setting: Setting, reveal: boolean): string {
  return [headOf(setting, reveal), ...trailLines(project, setting, settings.environment), ''].join('\n');
}

function headOf({ name, value, origin }: Setting, reveal: boolean): string {
  if (origin === 'absent') return `${name} is not set, and Django has no default for it.`;
  const shown = reveal ? JSON.stringify(encodeValue(name, value, { reveal })) : describeValue(name, value, 2000);
  const settle = settledBy(value);
  const open = settle === undefined ? '' : `\n    settled by ${settle}`;
  return `${name} = ${shown}${origin === 'default' ? "  (Django's default)" : ''}${open}`;
}
