/** django-environ's own `Path`, as cookiecutter-era settings use it: `environ.Path(__file__) - 3`. */

import { absoluteOrUnknown } from '../evaluate/library/os-path.js';
import { partialClass } from '../evaluate/library/partial-class.js';
import { fsPath } from '../evaluate/library/path-argument.js';
import { join, split } from '../evaluate/library/posix-path.js';
import { probe } from '../evaluate/library/project-files.js';
import { type Bound, instance, type Machine, method, property, textOf } from '../evaluate/native.js';
import { bool, type PyArguments, type PyClass, type PyValue, str } from '../evaluate/value.js';
import type { AtLeast } from './version.js';

/** The class `environ.Path`. */
export function pathClass(machine: Machine, atLeast: AtLeast): PyClass {
  const cls: PyClass = partialClass(machine, {
    name: 'Path',
    module: 'environ.environ',
    members: {
      root: property('root', (_, self) => str(rootOf(self))),
      __root__: property('__root__', (_, self) => str(rootOf(self))),
      path: method('environ.Path.path', '(self, *paths, **extra)', (m, args) =>
        makePath(m, cls, [rootOf(args.get('self'))], args.rest, args.extra),
      ),
      __call__: method('environ.Path.__call__', '(self, *paths, **extra)', (m, args) =>
        joined(m, [rootOf(args.get('self'))], args.rest, args.extra),
      ),
      file: method('environ.Path.file', '(self, name, *args, **extra)', (m, args) => {
        const path = joined(m, [rootOf(args.get('self'))], [args.get('name')], new Map());
        return m.call(m.builtin('open'), [path, ...args.rest], args.extra);
      }),
      __add__: method('environ.Path.__add__', '(self, other)', (m, args) => {
        const other = args.get('other');
        return makePath(m, cls, [rootOf(args.get('self'))], [isOwn(other) ? str(rootOf(other)) : other], new Map());
      }),
      __sub__: method('environ.Path.__sub__', '(self, other)', (m, args) => subtract(m, cls, args)),
      __invert__: method('environ.Path.__invert__', '(self)', (m, args) =>
        makePath(m, cls, [rootOf(args.get('self'))], [str('..')], new Map()),
      ),
      __eq__: method('environ.Path.__eq__', '(self, other)', (m, args) => {
        const other = args.get('other');
        // Before 0.9 it compared with nothing but its own kind.
        if (!isOwn(other) && !atLeast(0, 9)) return m.getAttribute(other, '__root__');
        return m.compare('==', str(rootOf(args.get('self'))), isOwn(other) ? str(rootOf(other)) : other);
      }),
      __contains__: method('environ.Path.__contains__', '(self, item)', (_, args) => {
        const base = rootOf(args.get('self'));
        return bool(rootOf(args.get('item')).startsWith(base.length > 1 ? join(base, '') : base));
      }),
      __getitem__: method('environ.Path.__getitem__', '(self, key)', (m, args) =>
        m.getItem(str(rootOf(args.get('self'))), args.get('key')),
      ),
      __str__: method('environ.Path.__str__', '(self)', (_, args) => str(rootOf(args.get('self')))),
      __fspath__: method('environ.Path.__fspath__', '(self)', (_, args) => str(rootOf(args.get('self')))),
      __repr__: method('environ.Path.__repr__', '(self)', (_, args) => str(`<Path:${rootOf(args.get('self'))}>`)),
      rfind: method('environ.Path.rfind', '(self, *args)', (m, args) =>
        m.invoke(str(rootOf(args.get('self'))), 'rfind', ...args.rest),
      ),
      find: method('environ.Path.find', '(self, *args)', (m, args) =>
        m.invoke(str(rootOf(args.get('self'))), 'find', ...args.rest),
      ),
    },
    behaviour: { construct },
  });
  return cls;
}

function construct(machine: Machine, cls: PyClass, args: PyArguments): PyValue {
  const [start = args.keywords.get('start') ?? str(''), ...rest] = args.positional;
  const first = fsPath(machine, start);
  if (first.kind !== 'str') return machine.derive(first);
  const isFile = args.keywords.get('is_file');
  const from = isFile && machine.truth(isFile) === 'yes' ? split(first.value)[0] : first.value;
  return makePath(machine, cls, [from], rest, args.keywords);
}

function rootOf(value: PyValue): string {
  return value.kind === 'instance' && typeof value.payload === 'string' ? value.payload : '';
}

function isOwn(value: PyValue): boolean {
  return (
    value.kind === 'instance' && value.cls.mro.some((cls) => cls.name === 'Path' && cls.module === 'environ.environ')
  );
}

function makePath(
  machine: Machine,
  cls: PyClass,
  start: readonly string[],
  paths: readonly PyValue[],
  extra: ReadonlyMap<string, PyValue>,
): PyValue {
  const path = joined(machine, start, paths, extra);
  const text = textOf(path);
  return text === undefined ? machine.derive(path) : instance(cls, text);
}

function joined(
  machine: Machine,
  start: readonly string[],
  paths: readonly PyValue[],
  extra: ReadonlyMap<string, PyValue>,
): PyValue {
  const texts = [...start];
  for (const path of paths) {
    const text = fsPath(machine, path);
    if (text.kind !== 'str') return machine.derive(text, { type: 'str' });
    texts.push(text.value);
  }
  const full = absoluteOrUnknown(machine, join(texts[0] ?? '', ...texts.slice(1)));
  const required = extra.get('required');
  if (!required || full.kind !== 'str' || machine.truth(required) !== 'yes') return full;
  return machine.branch(
    machine.truth(probe(machine, full.value, 'any')),
    () => full,
    () =>
      machine.raise(
        machine.classFrom('django.core.exceptions', 'ImproperlyConfigured'),
        `Create required path: ${full.value}`,
      ),
  );
}

function subtract(machine: Machine, cls: PyClass, args: Bound): PyValue {
  const root = rootOf(args.get('self'));
  const other = args.get('other');
  if (other.kind === 'int' || other.kind === 'bool') {
    const steps = Number(other.value);
    return makePath(machine, cls, [root], [str('../'.repeat(Math.max(0, Math.min(steps, 1000))))], new Map());
  }
  const text = textOf(other);
  if (text === undefined || !root.endsWith(text)) {
    const shown = (value: PyValue) => textOf(machine.str(machine.typeOf(value))) ?? '…';
    const [self, given] = [shown(args.get('self')), shown(other)];
    const message = `unsupported operand type(s) for -: '${self}' and '${given}' unless value of ${self} ends with value of ${given}`;
    return machine.raise('TypeError', message);
  }
  // The library strips a set of characters here, not an ending.
  const stripped = [...root];
  while (stripped.length > 0 && text.includes(stripped.at(-1) ?? '')) stripped.pop();
  return makePath(machine, cls, [stripped.join('')], [], new Map());
}
