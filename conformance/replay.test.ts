/** Replays every case: what golive says of its settings must be what CPython and Django made of them, or an admitted unknown. */
import {
  createFactReader,
  createProject,
  dependencies,
  deployment,
  given,
  operator,
  project as projectFact,
  type Settings,
  settings as settingsFact,
  unknownDeployment,
} from '@django-golive/core';
import { describeSetting, type Json, readSettings } from '@django-golive/django-settings';
import { describe, expect, test } from 'vitest';
import { type Case, caseNames, readCase } from './case.js';
import { declaredOnly } from './declared-only.js';

function settingsOf(name: string, { options, recorded, paths, read }: Case) {
  const project = createProject({ name, paths, read, tracked: () => true });
  const django = options.django ?? '5.2';
  const facts = createFactReader([
    given(projectFact, project),
    given(operator, {
      variables: options.env ?? {},
      settings: options.settings ?? 'config.settings',
      django,
      strict: true,
    }),
    given(deployment, unknownDeployment),
    given(dependencies, declaredOnly(options.declared ?? [], django, recorded.python, options.version)),
    ...readSettings,
  ]);
  return facts(settingsFact);
}

/** Whether a described value says the same as a recorded one: nothing is asked where a package's own code made it. */
function agrees(said: Json, recorded: Json): boolean {
  if (isRecord(recorded)) {
    if ('$placeholder' in recorded) return true;
    if ('$float' in recorded) return Object.is(Number(said), Number(recorded.$float)) || isFloat(said, recorded.$float);
    if (!isRecord(said)) return false;
    const [[kind, inside] = ['', null]] = Object.entries(recorded);
    const other = said[kind];
    return (
      kind in said && (Array.isArray(inside) ? Array.isArray(other) && listsAgree(other, inside) : other === inside)
    );
  }
  if (Array.isArray(recorded)) return Array.isArray(said) && listsAgree(said, recorded);
  if (isRecord(said) && '$int' in said) return BigInt(String(said.$int)) === BigInt(recorded as number);
  return said === recorded;
}

const listsAgree = (said: readonly Json[], recorded: readonly Json[]): boolean =>
  said.length === recorded.length && recorded.every((item, index) => agrees(said[index] ?? null, item));

const isRecord = (json: Json): json is { readonly [key: string]: Json } =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

const isFloat = (said: Json, text: Json | undefined): boolean =>
  isRecord(said) && '$float' in said && said.$float === text;

const saidOf = (all: Settings, name: string): Json =>
  (describeSetting(all.get(name), { reveal: true }) as { readonly [key: string]: Json }).value ?? null;

/** django-configurations writes Django's defaults as well: of the names that are not recorded, those that say something else. */
function namesThatSay(settings: Settings, one: Case): readonly string[] {
  const bare = settingsOf('bare', { ...one, paths: ['config/settings.py'], read: () => '' });
  return settings.names.filter(
    (name) => name in one.recorded.settings || !agrees(saidOf(settings, name), saidOf(bare, name)),
  );
}

test('every case says in its note what it specifies', () => {
  const mute = caseNames().filter((name) => !/^\S.+\.$/.test(readCase(name).options.note ?? ''));
  expect(mute).toEqual([]);
});

test('no theme has two cases of one name', () => {
  const names = caseNames();
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

describe.each(caseNames())('%s', (name) => {
  const one = readCase(name);
  const { options, recorded } = one;
  const settings = settingsOf(name, one);
  const { startup } = settings;

  test('starts, or stops with the same error at the same place', () => {
    expect(startup).toMatchObject({ ok: recorded.startup.ok });
    const { error } = recorded.startup;
    if (startup.ok !== false || !error) return;
    // The words of a syntax error are those of Python 3.13.
    const syntax = ['SyntaxError', 'IndentationError', 'TabError'].includes(error.type) && recorded.python !== '3.13';
    const { type, message, at } = startup.error;
    expect({
      type,
      ...(syntax ? {} : { message: message.replaceAll('/golive-above-2/golive-above-1/golive-root', '<ROOT>') }),
    }).toEqual({
      type: error.type,
      ...(syntax ? {} : { message: error.message }),
    });
    if (error.path !== null)
      expect({ path: at.path, line: at.start.line }).toEqual({ path: error.path, line: error.line });
  });

  if (Object.keys(recorded.settings).length > 0) {
    test('assigns the same names', () => {
      const names = Object.keys(recorded.settings).sort();
      if (options.setup !== 'configurations') expect(settings.names).toEqual(names);
      else expect(namesThatSay(settings, one)).toEqual(names.filter((setting) => settings.names.includes(setting)));
    });

    test.each(Object.entries(recorded.settings))('%s', (setting, value) => {
      const said = describeSetting(settings.get(setting), { reveal: true }) as { readonly [key: string]: Json };
      const admitted = said.known === false || JSON.stringify(said.value).includes('"$unknown"');
      if (admitted && options.unknown?.includes(setting)) return;
      if (said.known !== true || !agrees(said.value ?? null, value)) expect(said.value ?? said).toEqual(value);
    });
  }

  test('raises the same checks of Django', () => {
    const open = new Set(settings.undecidedChecks.map(({ id }) => id));
    const [allowed, silent] = [(options.unknown?.length ?? 0) > 0, [...open]];
    if (!allowed) expect(silent).toEqual([]);
    expect(settings.checks).toEqual(recorded.checks.filter((id) => !open.has(id)));
    expect(settings.silencedChecks).toEqual((recorded.silenced ?? []).filter((id) => !open.has(id)));
  });
});
