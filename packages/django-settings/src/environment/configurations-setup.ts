/** What django-configurations does after the settings module: the class that `DJANGO_CONFIGURATION` names becomes its settings. */
import { namesDevelopment, namesProduction } from '../discover/settings-modules.js';
import type { Assign } from '../evaluate/after-module.js';
import { fsPath } from '../evaluate/library/path-argument.js';
import { readProjectFile } from '../evaluate/library/project-files.js';
import { splitLines, universalNewlines } from '../evaluate/library/python-text.js';
import { type Machine, textOf } from '../evaluate/native.js';
import { gather } from '../evaluate/origin.js';
import { Raised } from '../evaluate/raised.js';
import {
  type Entry,
  none,
  type PyClass,
  type PyInstance,
  type PyModule,
  type PyValue,
  str,
  stringKey,
  tuple,
} from '../evaluate/value.js';
import { defaultEntries, isSettingAttribute, isValue } from './configurations-object.js';
import { setUpValue } from './configurations-values.js';
import { readUnknownFile, readVariable, supplyVariable } from './process.js';
import { EXTRAS } from './surroundings.js';

const READ = { name: 'DJANGO_CONFIGURATION', required: false };

/** Choose the class, and give the module its attributes. */
export function setUp(machine: Machine, module: PyModule, assign: Assign): void {
  readVariable(machine, READ, 'supplied', (found) => {
    const name = found ? chosenClass(machine, module, textOf(found)) : likelyClass(machine, module);
    if (name !== undefined) publish(machine, module, name, assign);
    else if (machine.environment.closed && !found) {
      const message = 'Configuration cannot be imported, environment variable DJANGO_CONFIGURATION is undefined.';
      machine.raise(machine.classFrom('django.core.exceptions', 'ImproperlyConfigured'), message);
    } else {
      machine.touch(module.namespace);
      module.namespace.open = machine.unknown(
        '`DJANGO_CONFIGURATION` chooses the class whose attributes are the settings',
      );
    }
    return none;
  });
}

/** A default that is named for development is what an operator replaces, where there is a class for production. */
function chosenClass(machine: Machine, module: PyModule, name: string | undefined): string | undefined {
  const replaced = name !== undefined && namesDevelopment(name) && machine.environment.defaults?.(READ.name);
  return (replaced ? likelyClass(machine, module) : undefined) ?? name;
}

/** The class that an operator would choose: the one named for the platform, else the one named for production. */
function likelyClass(machine: Machine, module: PyModule): string | undefined {
  if (machine.environment.closed) return undefined;
  const names = [...module.namespace.entries.values()].flatMap(({ key, value }) =>
    key.kind === 'str' && value.kind === 'class' && namesProduction(key.value) ? [key.value] : [],
  );
  const target = String(machine.extras.get(EXTRAS.target));
  const wanted = [
    (name: string) => name.toLowerCase().startsWith(target),
    (name: string) => /^(?:prod|production|live)$/iu.test(name),
    () => true,
  ];
  const found = wanted.map((is) => names.filter(is)).find((some) => some.length > 0) ?? [];
  return found.length === 1 ? found[0] : undefined;
}

function publish(machine: Machine, module: PyModule, name: string, assign: Assign): void {
  const path = `${module.name}.${name}`;
  const parent = module.isPackage ? module.name : module.name.slice(0, Math.max(0, module.name.lastIndexOf('.')));
  const cls = retold(`Couldn't find configuration '${name}' in module '${parent}'`, () =>
    machine.getAttribute(module, name),
  );
  if (cls.kind !== 'class') {
    machine.touch(module.namespace);
    module.namespace.open = machine.derive(machine.doubt(cls) ?? machine.unknown(`\`${name}\` is not a class`));
    return;
  }
  retold(`Couldn't setup configuration '${path}'`, () => {
    for (const hook of ['pre_setup', 'setup']) machine.call(machine.getAttribute(cls, hook));
    const self = machine.call(cls);
    if (self.kind !== 'instance') {
      machine.touch(module.namespace);
      module.namespace.open = machine.derive(self);
      return;
    }
    // A module may hold a class for each place: each setting tells of the one that it comes from.
    const made = module.namespace.entries.get(stringKey(name))?.origin?.made;
    const steps = made ? [made] : [];
    for (const [attribute, entry] of settingEntries(machine, self, module)) {
      const make = () => called(machine, attribute, machine.getAttribute(self, attribute), assign);
      const { origin } = entry ?? {};
      const from = origin
        ? { ...origin, steps: gather([origin.steps, steps]) }
        : made && { steps, made, reads: new Set<string>() };
      assign(attribute, make, from);
    }
    assign('CONFIGURATION', () => str(path), made && { steps, made, reads: new Set() });
    machine.call(machine.getAttribute(cls, 'post_setup'));
  });
}

/** What the class and the instance have in capitals, but for defaults of Django that nothing changed, the module neither. */
function settingEntries(
  machine: Machine,
  self: PyInstance,
  { namespace }: PyModule,
): readonly (readonly [string, Entry | undefined])[] {
  const defaults = defaultEntries(machine);
  const spaces = [self.attributes, ...self.cls.mro.map((cls) => cls.attributes)];
  for (const { entries } of spaces) machine.spend(entries.size >> 2);
  const names = new Set(spaces.flatMap((space) => [...space.entries.values()].map(({ key }) => textOf(key) ?? '_')));
  return [...names]
    .filter(isSettingAttribute)
    .sort()
    .map((name) => {
      const space = spaces.find((one) => one.entries.has(stringKey(name)));
      return [name, space?.entries.get(stringKey(name))] as const;
    })
    .filter(([name, entry]) => entry !== defaults.get(name) || namespace.entries.has(stringKey(name)));
}

/** A callable is called; a value object that comes out is read from the environment. */
function called(machine: Machine, name: string, value: PyValue, assign: Assign): PyValue {
  if (machine.truth(machine.call(machine.builtin('callable'), [value])) !== 'yes') return value;
  const pristine =
    value.kind === 'method' || value.kind === 'function' ? machine.findAttribute(value, 'pristine') : undefined;
  if (pristine && machine.truth(pristine) === 'yes') return value;
  const made = machine.call(value);
  if (!isValue(made)) return made;
  let own: PyValue = none;
  setUpValue(machine, name, made, (target, content) => {
    if (target === name) own = content;
    else assign(target, () => content);
  });
  return own;
}

/** An error gets the sentence before its own words. */
function retold<T>(prefix: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof Raised) || !error.exception.cls.mro.some(({ name }) => name === 'Exception')) throw error;
    const { entries } = error.exception.attributes;
    const args = entries.get('args')?.value;
    const [first, ...rest] = args?.kind === 'tuple' ? args.items : [];
    const isFile = error.exception.cls.mro.some(({ name }) => name === 'OSError') && rest.length > 0;
    const words = first === undefined ? '' : first.kind === 'str' ? first.value : undefined;
    if (words !== undefined && !isFile)
      entries.set('args', { key: str('args'), value: tuple([str(`${prefix}:  ${words} `), ...rest]) });
    throw error;
  }
}

/** `DOTENV` names a file of plain `NAME=value` lines; the environment wins. */
export function loadDotenv(machine: Machine, cls: PyClass): void {
  const dotenv = machine.findAttribute(cls, 'DOTENV');
  if (!dotenv || machine.truth(dotenv) === 'no') return;
  const path = fsPath(machine, dotenv);
  const file =
    path.kind === 'str' ? readProjectFile(machine, path.value) : { unknown: 'the name of the file is not known' };
  if ('unknown' in file) {
    readUnknownFile(machine, machine.unknown(file.unknown));
    return;
  }
  if ('missing' in file) {
    // Where the environment is the server's own, so is this file: it is there, with what the operator gives.
    if (!machine.environment.closed) return;
    const error = `[Errno 2] No such file or directory: ${textOf(machine.repr(dotenv))}`;
    const message = `Couldn't read .env file with the path ${textOf(machine.str(dotenv)) ?? ''}. Error: ${error}`;
    machine.raise(machine.classFrom('django.core.exceptions', 'ImproperlyConfigured'), message);
    return;
  }
  for (const line of splitLines(universalNewlines(file.text))) {
    const [, name, written] = /^([A-Za-z_0-9]+)=([^\n]*)$/u.exec(line) ?? [];
    if (name === undefined || written === undefined) continue;
    const single = /^'(.*)'$/u.exec(written)?.[1] ?? written;
    const double = /^"(.*)"$/u.exec(single)?.[1];
    const value = double === undefined ? single : double.replace(/\\(.)/gu, '$1');
    supplyVariable(machine, name, str(value), false, textOf(path));
  }
  machine.setAttribute(cls, 'DOTENV_LOADED', dotenv);
}
