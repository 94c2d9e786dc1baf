/** The repositories of python-decouple: a `.env` file, the `[settings]` of an ini file, a directory of secrets. */

import type { Truth } from '@django-golive/core';
import { raiseMissing } from '../evaluate/library/file-errors.js';
import { type IniFile, iniValue, readIni } from '../evaluate/library/ini.js';
import { raisePython } from '../evaluate/library/plain-value.js';
import { childrenOf, readProjectFile, repositoryPath } from '../evaluate/library/project-files.js';
import { universalNewlines } from '../evaluate/library/python-text.js';
import { type Bound, type Machine, method, nativeClass } from '../evaluate/native.js';
import {
  bool,
  int,
  none,
  type PyClass,
  type PyInstance,
  type PyUnknown,
  type PyValue,
  pyFalse,
  record,
  str,
} from '../evaluate/value.js';
import { readDecoupleEnv } from './decouple-files.js';
import { deployedText, noteVariable, variablesText } from './files.js';
import { readVariable } from './process.js';
import { openedText, pathText } from './text-file.js';
import type { AtLeast } from './version.js';

/** What a repository object holds besides its attributes: where it was read, and an ini file's contents. */
interface Contents {
  readonly path: string | undefined;
  readonly ini: IniFile | undefined;
}

/** `RepositoryEmpty`, `RepositoryEnv`, `RepositoryIni` and, since 3.6, `RepositorySecret`. */
export function repositoryClasses(machine: Machine, atLeast: AtLeast): Readonly<Record<string, PyClass>> {
  const accept = { unknowns: 'accept' } as const;
  const encoding = atLeast(3, 3) ? ', encoding=' : '';
  const empty = nativeClass(machine, {
    name: 'RepositoryEmpty',
    module: 'decouple',
    members: {
      __init__: method('decouple.RepositoryEmpty.__init__', `(self, source=${encoding})`, () => none, accept),
      __contains__: method('decouple.RepositoryEmpty.__contains__', '(self, key)', () => pyFalse),
      __getitem__: method('decouple.RepositoryEmpty.__getitem__', '(self, key)', () => none),
    },
  });
  const repository = (name: string, parameters: string, read: (m: Machine, self: PyInstance, args: Bound) => void) =>
    nativeClass(machine, {
      name,
      module: 'decouple',
      base: empty,
      members: {
        __init__: method(
          `decouple.${name}.__init__`,
          parameters,
          (m, args) => {
            const self = args.get('self');
            if (self.kind === 'instance') read(m, self, args);
            return none;
          },
          accept,
        ),
        __contains__: method(`decouple.${name}.__contains__`, '(self, key)', contains),
        __getitem__: method(`decouple.${name}.__getitem__`, '(self, key)', (m, args) => getItem(m, args, atLeast)),
      },
    });
  return {
    RepositoryEmpty: empty,
    RepositoryIni: repository('RepositoryIni', `(self, source${encoding})`, readIniFile),
    RepositoryEnv: repository('RepositoryEnv', `(self, source${encoding})`, (m, self, args) => {
      const { text, path } = opened(m, args);
      if (typeof text === 'string') fill(m, self, path, [...readDecoupleEnv(text, atLeast)]);
      else m.setAttribute(self, 'data', text);
    }),
    ...(atLeast(3, 6) ? { RepositorySecret: repository('RepositorySecret', '(self, source=)', readSecrets) } : {}),
  };
}

/** Whether a repository of decouple's own has a name. Its value is another question: an ini file's may not be readable. */
export function repositoryHas(machine: Machine, repository: PyInstance, name: string): Truth {
  const { ini } = contentsOf(repository);
  if (ini) {
    const there = [...ini.defaults.keys(), ...(ini.sections.get('settings')?.keys() ?? [])];
    return ini.sections.has('settings') && there.includes(name.toLowerCase()) ? 'yes' : 'no';
  }
  const data = machine.findAttribute(repository, 'data');
  return data ? machine.truth(machine.compare('in', str(name), data)) : 'no';
}

/** What a repository of decouple's own gives for a name that it has. */
export function repositoryValue(machine: Machine, repository: PyInstance, name: string): PyValue {
  const { ini } = contentsOf(repository);
  if (!ini) return machine.getItem(machine.getAttribute(repository, 'data'), str(name));
  const value = raisePython(machine, () => iniValue(ini, 'settings', name, 'basic'));
  return value === undefined || value === null ? none : str(value);
}

function contentsOf(repository: PyInstance): Contents {
  return (repository.payload as Contents | undefined) ?? { path: undefined, ini: undefined };
}

/** Say in the trail which line of the repository's file gave a name. */
export function noteRepository(machine: Machine, repository: PyInstance, name: string): void {
  const { path } = contentsOf(repository);
  if (path !== undefined) noteVariable(machine, path, name);
}

/** Whether decouple's own methods answer for it. */
export function isOwnRepository(repository: PyValue): repository is PyInstance {
  if (repository.kind !== 'instance') return false;
  const own = (name: string) =>
    repository.cls.mro.find((cls) => cls.attributes.entries.has(name))?.module === 'decouple';
  return own('__contains__') && own('__getitem__');
}

function contains(machine: Machine, args: Bound): PyValue {
  const [self, key] = [args.get('self'), args.get('key')];
  if (self.kind !== 'instance' || key.kind !== 'str') return machine.unknown('the name is not a str', { type: 'bool' });
  return readVariable(machine, { name: key.value, required: false }, 'presence', (found) => {
    const there = found ? 'yes' : repositoryHas(machine, self, key.value);
    return there === 'maybe'
      ? machine.unknown('the secrets of the host are not known', { type: 'bool' })
      : bool(there === 'yes');
  });
}

function getItem(machine: Machine, args: Bound, atLeast: AtLeast): PyValue {
  const [self, key] = [args.get('self'), args.get('key')];
  if (self.kind !== 'instance' || key.kind !== 'str') return machine.unknown('the name is not a str');
  if (repositoryHas(machine, self, key.value) !== 'no') return repositoryValue(machine, self, key.value);
  if (contentsOf(self).ini && !atLeast(3, 8)) return machine.unknown('the error of `configparser` is not followed');
  return machine.raise('KeyError', key.value);
}

function fill(
  machine: Machine,
  self: PyInstance,
  path: string | undefined,
  entries: readonly (readonly [string, string])[],
): void {
  machine.touch(self);
  self.payload = { path, ini: undefined } satisfies Contents;
  machine.setAttribute(self, 'data', record(entries.map(([name, value]) => [name, str(value)] as const)));
}

function readIniFile(machine: Machine, self: PyInstance, args: Bound): void {
  const { text, path } = opened(machine, args);
  if (typeof text !== 'string') {
    machine.setAttribute(self, 'data', text);
    return;
  }
  const ini = raisePython(machine, () => readIni(text, path ?? '', { interpolation: 'basic', allowNoValue: false }));
  machine.touch(self);
  self.payload = { path, ini } satisfies Contents;
}

/** The text of `source`: empty where the file is not deployed, since in production it may give what the environment would. */
function opened(
  machine: Machine,
  args: Bound,
): { readonly text: string | PyUnknown; readonly path: string | undefined } {
  const nothing = { text: '', path: undefined };
  const path = pathText(machine, args.get('source'));
  if (typeof path !== 'string') return nothing;
  const text = variablesText(machine, path);
  if (text !== undefined) {
    return { text: openedText(machine, text, args.optional('encoding')), path };
  }
  if (path === '') return raiseMissing(machine, path);
  const inside = repositoryPath(machine, path);
  if (inside !== undefined && machine.project.isDirectory(inside))
    return machine.raise('IsADirectoryError', int(21), str('Is a directory'), str(path));
  if ('missing' in readProjectFile(machine, path) && machine.environment.closed) return raiseMissing(machine, path);
  return nothing;
}

/** Every file of a directory is a variable; its text stays as it is, with the line break at its end. */
function readSecrets(machine: Machine, self: PyInstance, args: Bound): void {
  const source = args.optional('source');
  const path = source ? pathText(machine, source) : '/run/secrets/';
  const inside = typeof path === 'string' ? repositoryPath(machine, path) : undefined;
  const names = inside === undefined ? undefined : childrenOf(machine, inside);
  if (typeof path !== 'string' || !names) {
    if (typeof path === 'string' && inside !== undefined && machine.environment.closed) raiseMissing(machine, path);
    fill(machine, self, undefined, []);
    // In production secrets of the host give what the environment would.
    if (machine.environment.closed)
      machine.setAttribute(self, 'data', machine.unknown('the secrets of the host are not known', { type: 'dict' }));
    return;
  }
  const entries = names.map((name) => {
    const file = `${path.replace(/\/$/u, '')}/${name}`;
    if (machine.project.isDirectory(`${inside === '' ? '' : `${inside}/`}${name}`))
      return machine.raise('IsADirectoryError', int(21), str('Is a directory'), str(file));
    return [name, universalNewlines(deployedText(machine, file) ?? '')] as const;
  });
  fill(machine, self, undefined, entries);
}
