/** django-split-settings: `include` runs other settings files in the namespace of the one that calls it. */

import { globFiles } from '../evaluate/library/glob.js';
import { fsPath } from '../evaluate/library/path-argument.js';
import { absolute, join, split } from '../evaluate/library/posix-path.js';
import { repositoryPath } from '../evaluate/library/project-files.js';
import { fn, instance, type Machine, method, type NativeModule, nativeClass, textOf } from '../evaluate/native.js';
import { none, type PyDict, type PyValue, str, stringKey } from '../evaluate/value.js';

/** The module `split_settings.tools`. */
export const splitSettingsModule: NativeModule = {
  standard: false,
  load(machine) {
    const optional = nativeClass(machine, {
      name: '_Optional',
      module: 'split_settings.tools',
      members: {
        __str__: method('split_settings.tools._Optional.__str__', '(self)', (_, args) => {
          const self = args.get('self');
          return self.kind === 'instance' ? (self.payload as PyValue) : str('');
        }),
      },
    });
    return {
      optional: fn('split_settings.tools.optional', '(filename)', (m, args) => {
        const given = args.get('filename');
        return instance(optional, m.truth(given) === 'no' ? str('') : m.str(given));
      }),
      include: fn(
        'split_settings.tools.include',
        '(*args, scope=)',
        (m, args) => {
          const given = args.some('scope');
          const scope = given?.kind === 'dict' && m.truth(given) !== 'no' ? given : m.globals();
          if (!entry(scope, '__file__')) m.raise('KeyError', '__file__');
          for (const value of args.rest) includeOne(m, scope, value);
          return none;
        },
        { unknowns: 'accept' },
      ),
    };
  },
};

const CURRENT = '__included_file__';
const DONE = '__included_files__';

function includeOne(machine: Machine, scope: PyDict, value: PyValue): void {
  const optional = value.kind === 'instance' && value.cls.name === '_Optional' ? (value.payload as PyValue) : undefined;
  const path = optional ?? (value.kind === 'choice' ? value : fsPath(machine, value));
  const file = textOf(path);
  if (file === '' && optional) return;
  const from = textOf(entry(scope, CURRENT)) ?? textOf(entry(scope, '__file__'));
  const pattern = file === undefined || from === undefined ? undefined : join(split(from)[0], file);
  // A pattern looks through directories, which is dear beside a step.
  machine.spend(200);
  const found = pattern === undefined ? undefined : globFiles(machine, absolute(pattern, '/'));
  if (!found) {
    // Which file runs is not known, so neither is any name it may set.
    machine.spoil(scope, machine.unknown('a settings file was included whose name is not known'));
    return;
  }
  if (found.length === 0 && !optional) machine.raise('OSError', `No such file: ${pattern}`);
  inAnyOrder(machine, found, (paths) => {
    for (const one of paths) run(machine, scope, one);
  });
}

/** The file system gives the files of a pattern in an order of its own: what holds in one and its reverse is taken to hold. */
function inAnyOrder(machine: Machine, found: readonly string[], run: (paths: readonly string[]) => void): void {
  if (found.length < 2) {
    run(found);
    return;
  }
  const way = (paths: readonly string[]) => () => {
    run(paths);
    return none;
  };
  const why = machine.unknown('in which order the file system gives the files that are included is not known');
  machine.branch('maybe', way(found), way([...found].reverse()), why);
}

function run(machine: Machine, scope: PyDict, path: string): void {
  const done = entry(scope, DONE);
  const known = done?.kind === 'list' ? done : undefined;
  if (known?.items.some((item) => textOf(item) === path)) return;
  machine.setItem(scope, str(DONE), { kind: 'list', items: [...(known?.items ?? []), str(path)], options: undefined });
  const inside = repositoryPath(machine, path);
  const source = inside === undefined ? undefined : machine.project.file(inside);
  if (!source) return;
  const before = entry(scope, CURRENT);
  machine.setItem(scope, str(CURRENT), str(path));
  machine.exec(source.text, scope, source.path);
  if (before) machine.setItem(scope, str(CURRENT), before);
  else {
    machine.touch(scope);
    scope.entries.delete(stringKey(CURRENT));
  }
}

function entry(scope: PyDict, name: string): PyValue | undefined {
  return scope.entries.get(stringKey(name))?.value;
}
