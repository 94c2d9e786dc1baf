/** `.parents` of a path: a sequence of its own type, which is no tuple. */
import { pythonAtLeast } from '../../environment/surroundings.js';
import { instance, type Machine, method, nativeClass } from '../native.js';
import {
  int,
  iterator,
  none,
  type PyClass,
  type PyInstance,
  type PyTuple,
  type PyValue,
  str,
  tuple,
} from '../value.js';
import { abstractMeta } from './abc.js';

interface Parents {
  readonly of: PyClass;
  readonly paths: PyTuple;
}

/** The parents of a path of the class `of`, nearest first. */
export function makeParents(machine: Machine, of: PyClass, paths: readonly PyValue[]): PyInstance {
  const payload: Parents = { of, paths: tuple(paths) };
  return instance(
    machine.once('pathlib.parents', () => parentsClass(machine)),
    payload,
  );
}

const payloadOf = (self: PyValue) => (self as PyInstance).payload as Parents;

function parentsClass(machine: Machine): PyClass {
  const on = (name: string, signature: string, run: (m: Machine, self: Parents, other: PyValue) => PyValue) =>
    method(`pathlib._PathParents.${name}`, signature, (m, args) =>
      run(m, payloadOf(args.get('self')), args.optional('other') ?? args.get('self')),
    );
  const init = method('pathlib._PathParents.__init__', '(self, path)', (m) =>
    m.unmodelled('the parents of a path are made by hand'),
  );
  return nativeClass(machine, {
    name: '_PathParents',
    module: 'pathlib',
    metaclass: abstractMeta(machine),
    members: {
      __len__: on('__len__', '(self)', (_, { paths }) => int(paths.items.length)),
      __iter__: on('__iter__', '(self)', (_, { paths }) => iterator('generator', paths.items)),
      __contains__: on('__contains__', '(self, other)', (m, { paths }, other) => m.compare('in', other, paths)),
      __repr__: on('__repr__', '(self)', (_, { of }) => str(`<${of.name}.parents>`)),
      __getitem__: on('__getitem__', '(self, other)', placeOf),
    },
    behaviour: {
      construct: (m, _, args) => m.call(init, [none, ...args.positional], args.keywords),
      freeze: () => ({ kind: 'object', type: 'pathlib._PathParents' }),
    },
  });
}

function placeOf(machine: Machine, { paths }: Parents, place: PyValue): PyValue {
  const recent = pythonAtLeast(machine, 10);
  if (place.kind === 'slice')
    return recent ? machine.getItem(paths, place) : machine.unknown('slices of parents came with Python 3.10');
  const { length } = paths.items;
  const tooFar = machine.compare('>=', place, int(length));
  const tooNear = machine.compare('<', place, int(recent ? -length : 0));
  if ([tooFar, tooNear].some((one) => one.kind === 'bool' && one.value)) return machine.raise('IndexError', place);
  // Another number ends up as the bound of a slice of the parts.
  if (place.kind === 'float') return machine.getItem(paths, { kind: 'slice', start: none, stop: place, step: none });
  if (place.kind === 'instance') return machine.unknown('an object is the place of a parent');
  return machine.getItem(paths, place);
}
