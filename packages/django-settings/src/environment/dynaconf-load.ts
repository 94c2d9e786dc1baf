/** How a dynaconf object comes to its values: its arguments, `.env`, settings files, then the environment. */

import { noteAbsentFile } from '../evaluate/absent-overrides.js';
import { split } from '../evaluate/library/posix-path.js';
import { type Machine, textOf } from '../evaluate/native.js';
import { notImplemented, type PyDict, type PyValue, str } from '../evaluate/value.js';
import { dotenvAtoms, parseDotenv } from './dotenv-file.js';
import { DynaconfDoubt } from './dynaconf-doubt.js';
import { fileContent, isFileName } from './dynaconf-file.js';
import { findConfigured } from './dynaconf-find.js';
import type { DynaconfOptions } from './dynaconf-options.js';
import { parseVariable } from './dynaconf-parse.js';
import { type DynaconfStore, setValue, upperName } from './dynaconf-store.js';
import { deployedText } from './files.js';
import { peekVariable, readVariable, supplyVariable, variableNames } from './process.js';

/** A loaded object. */
export interface Loaded {
  readonly store: DynaconfStore;
  /** The variables that gave values, by the name of the setting. */
  readonly given: ReadonlyMap<string, readonly string[]>;
  /** The environment that is loaded, in small letters as errors tell it. */
  readonly environment: string;
}

/** Everything that dynaconf does when it is first asked for something, but for the validators. */
export function load(machine: Machine, options: DynaconfOptions): Loaded {
  const store: DynaconfStore = { values: new Map(), mergeEnabled: options.mergeEnabled, open: undefined };
  const given = new Map<string, string[]>();
  let environment = 'main';
  try {
    // A nested name among the arguments is kept as it is, where nothing finds it.
    for (const [name, value] of options.values) if (!/__|\./u.test(name)) setValue(machine, store, name, value);
    if (options.loadDotenv) {
      loadDotenv(machine, undefined);
      loadDotenv(machine, options.root);
    }
    environment = options.environments ? environmentOf(machine, options) : 'main';
    loadFiles(machine, store, options, environment);
    for (const prefix of prefixesOf(options.prefix)) loadVariables(machine, store, prefix, given);
    refuseIncludes(store);
  } catch (error) {
    if (!(error instanceof DynaconfDoubt)) throw error;
    store.open = error.cause ? machine.derive(error.cause) : machine.unknown(error.why);
  }
  return { store, given, environment };
}

/** Settings that make dynaconf read more, or change what it has. */
function refuseIncludes({ values }: DynaconfStore): void {
  for (const name of ['DYNACONF_INCLUDE', 'INCLUDES_FOR_DYNACONF', 'YAML', 'FILTER_STRATEGY', 'POST_HOOKS'])
    if (values.has(name)) throw new DynaconfDoubt(`what \`${name}\` makes dynaconf do is not followed`);
  for (const name of values.keys())
    if (name.endsWith('_FOR_DYNACONF')) throw new DynaconfDoubt(`the option \`${name}\` in a file is not followed`);
}

function environmentOf(machine: Machine, { switcher, environment }: DynaconfOptions): string {
  const read = { name: switcher, required: false, default: str(environment) };
  const found = readVariable(machine, read, 'defaulted', (text) => text ?? str(environment));
  const text = textOf(found);
  if (text === undefined) throw new DynaconfDoubt(`the environment that \`${switcher}\` names is not known`, found);
  const parsed = textOf(parseVariable(machine, text));
  if (parsed === undefined || parsed === '')
    throw new DynaconfDoubt(`the environment that \`${switcher}\` names is not followed`);
  return parsed;
}

function loadFiles(machine: Machine, store: DynaconfStore, options: DynaconfOptions, environment: string): void {
  const found: string[] = [];
  for (const name of options.files) {
    if (/[*?[]/u.test(name)) throw new DynaconfDoubt('patterns for settings files are not followed');
    if (!isFileName(name)) throw new DynaconfDoubt(`dynaconf imports \`${name}\``);
    const [first] = found;
    const root = options.root ?? (first === undefined ? undefined : split(first)[0]);
    const path = findConfigured(machine, name, root, options.skipped);
    if (path !== undefined) found.push(path);
    else if (options.named) noteAbsentFile(machine, name.replace(/^.*\/\.\.?\//u, ''), machine.here());
  }
  const local = found
    .filter((path) => !path.includes('.local.'))
    .map((path) => path.replace(/(\.[^./]*)$/u, '.local$1'));
  for (const path of [...found, ...local]) {
    const text = deployedText(machine, path);
    if (text === undefined) continue;
    if (deployedText(machine, `${split(path)[0]}/dynaconf_hooks.py`) !== undefined)
      throw new DynaconfDoubt('what `dynaconf_hooks.py` changes is not followed');
    const content = fileContent(machine, path, text);
    if (content.kind === 'none' || machine.truth(content) === 'no') continue;
    if (content.kind !== 'dict' || content.open || content.options)
      throw new DynaconfDoubt('what a settings file of dynaconf holds is not known', content);
    noteFileOf(machine, path);
    if (options.environments) loadSections(machine, store, options, environment, content);
    else loadSection(machine, store, content, undefined);
  }
}

function noteFileOf(machine: Machine, path: string): void {
  const file = machine.project.file(path.slice(machine.root.length + 1).replaceAll('/./', '/'));
  if (file) machine.note(file.at({ start: 0, end: 0 }), `\`${file.path}\` is read`);
}

/** The sections of the environments, the general first. */
function loadSections(
  machine: Machine,
  store: DynaconfStore,
  options: DynaconfOptions,
  environment: string,
  content: PyDict,
): void {
  const sections = new Map<string, PyValue>();
  for (const { key, value } of content.entries.values()) {
    const name = textOf(key);
    if (name === undefined) throw new DynaconfDoubt('a section of a settings file has no name');
    sections.set(name.toLowerCase(), value);
  }
  if (sections.has('dynaconf_dotted_lookup')) throw new DynaconfDoubt('`dynaconf_dotted_lookup` is not followed');
  const names = new Set(['default', (options.prefix || 'dynaconf').toLowerCase()]);
  for (const name of environment.split(',')) if (name !== '') names.add(name.trim().toLowerCase());
  names.add('global');
  for (const name of names) {
    const section = sections.get(name);
    if (!section || machine.truth(section) === 'no') continue;
    if (section.kind !== 'dict' || section.open || section.options)
      throw new DynaconfDoubt(`the section \`${name}\` of a settings file is not known`, section);
    loadSection(machine, store, section, sections.get('dynaconf_merge'));
  }
}

function loadSection(machine: Machine, store: DynaconfStore, section: PyDict, ofFile: PyValue | undefined): void {
  const data = new Map<string, PyValue>();
  for (const { key, value } of section.entries.values()) {
    if (key.kind !== 'str' && key.kind !== 'int') throw new DynaconfDoubt('a name in a settings file is not followed');
    data.set(upperName(key.kind === 'str' ? key.value : String(key.value)), value);
  }
  if (data.has('DYNACONF_DOTTED_LOOKUP')) throw new DynaconfDoubt('`dynaconf_dotted_lookup` is not followed');
  // Without sections the file's own word stands among its settings.
  const own = data.get('DYNACONF_MERGE');
  const merge = own && own.kind !== 'none' ? own : ofFile;
  data.delete('DYNACONF_MERGE');
  if (merge && merge.kind !== 'bool') throw new DynaconfDoubt('`dynaconf_merge` is neither true nor false');
  for (const [name, value] of data) setValue(machine, store, name, value, merge?.value);
}

function prefixesOf(prefix: DynaconfOptions['prefix']): readonly (string | false)[] {
  if (prefix === null) return [];
  const own = prefix === false ? [false as const] : prefix.split(',');
  return prefix === false || prefix.toUpperCase() !== 'DYNACONF' ? ['DYNACONF', ...own] : own;
}

/** The variables with a prefix. Of those that set one setting in several ways, the last wins, and which is last nobody says. */
function loadVariables(
  machine: Machine,
  store: DynaconfStore,
  prefix: string | false,
  given: Map<string, string[]>,
): void {
  const start = prefix === false ? '' : `${prefix.toUpperCase()}_`;
  const names = variableNames(machine).names.filter((name) => name.startsWith(start) && name.length > start.length);
  const paths = new Map(names.map((name) => [name, pathOf(name.slice(start.length))]));
  const values = names.map((name) => [name, variableValue(machine, name)] as const);
  for (const [name, value] of values) {
    if (!value) continue;
    const key = name.slice(start.length);
    const path = paths.get(name) ?? [];
    const head = path[0] ?? '';
    given.set(head, [...(given.get(head) ?? []), name]);
    const rival = names.find((other) => other !== name && isPrefix(path, paths.get(other) ?? []));
    if (rival !== undefined)
      store.values.set(head, machine.unknown(`which of \`${name}\` and \`${rival}\` comes last is not known`));
    else setValue(machine, store, key, value);
  }
}

const pathOf = (key: string): readonly string[] => key.toUpperCase().replaceAll('__', '.').split('.');

/** Whether one path begins the other. */
function isPrefix(left: readonly string[], right: readonly string[]): boolean {
  const length = Math.min(left.length, right.length);
  return left.slice(0, length).join('.') === right.slice(0, length).join('.');
}

/** What a given variable says; `undefined` where it is not set after all. */
function variableValue(machine: Machine, name: string): PyValue | undefined {
  const found = peekVariable(machine, { name, required: false }, 'supplied', (text) => text ?? notImplemented);
  if (found === notImplemented) return undefined;
  if (found.kind !== 'str')
    return machine.derive(found.kind === 'choice' ? machine.unknown(`\`${name}\` has several possible values`) : found);
  try {
    return parseVariable(machine, found.value);
  } catch (error) {
    if (!(error instanceof DynaconfDoubt)) throw error;
    return machine.unknown(error.why);
  }
}

/** The nearest `.env`, into the environment. */
function loadDotenv(machine: Machine, root: string | undefined): void {
  const path = findConfigured(machine, '.env', root);
  const text = path === undefined ? undefined : deployedText(machine, path);
  if (path === undefined || text === undefined) return;
  const values = new Map<string, string>();
  const written = new Map<string, string | null>();
  for (const { key, value } of parseDotenv(text.replace(/\r\n?/gu, '\n'))) written.set(key, value);
  for (const [key, value] of written) {
    if (value === null) continue;
    if (dotenvAtoms(value).some((atom) => !('text' in atom))) {
      supplyVariable(
        machine,
        key,
        machine.unknown('references in the `.env` of dynaconf are not followed', { type: 'str' }),
        false,
        path,
      );
    } else values.set(key, value);
  }
  for (const [key, value] of values) supplyVariable(machine, key, str(value), false, path);
}
