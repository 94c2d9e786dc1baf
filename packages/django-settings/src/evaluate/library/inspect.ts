/** `inspect`: the members of objects, by which settings written as classes become names of a module. */

import { type Bound, fn, type Machine, type NativeModule } from '../native.js';
import { isClassInPython, nativeType } from '../native-type.js';
import { bool, list, none, type PyValue, str, tuple } from '../value.js';

const accept = { unknowns: 'accept' } as const;

export const inspectModule: NativeModule = {
  standard: true,
  load: () => ({
    getmembers: fn('inspect.getmembers', '(object, predicate=)', members, accept),
    isclass: isKind(
      'isclass',
      (value) => value.kind === 'class' || (value.kind === 'native' && isClassInPython(value)),
    ),
    ismodule: isKind('ismodule', ({ kind }) => kind === 'module'),
    isfunction: isKind(
      'isfunction',
      (value) => value.kind === 'function' || (value.kind === 'native' && nativeType(value) === 'function'),
    ),
    ...Object.fromEntries(
      ['currentframe', 'stack', 'getfile', 'getmodule', 'signature'].map((name) => [
        name,
        fn(
          `inspect.${name}`,
          '(*args, **extra)',
          (machine) => machine.unmodelled('Python frames are not modelled'),
          accept,
        ),
      ]),
    ),
  }),
};

function isKind(name: string, holds: (value: PyValue) => boolean): PyValue {
  return fn(
    `inspect.${name}`,
    '(object)',
    (machine, args) => {
      const value = args.get('object');
      if (value.kind === 'unknown' || value.kind === 'choice') return machine.derive(value, { type: 'bool' });
      return bool(holds(value));
    },
    accept,
  );
}

/** Pairs of name and value, in the order of the names: of the names of `dir` those that can be read. */
function members(machine: Machine, args: Bound): PyValue {
  const object = args.get('object');
  const filter = args.some('predicate');
  const filters = filter ? machine.truth(filter) : 'no';
  if (filter && filters === 'maybe') return machine.derive(machine.doubt(filter) ?? filter, { type: 'list' });
  const predicate = filters === 'yes' ? filter : undefined;
  const names = machine.call(machine.builtin('dir'), [object]);
  if (names.kind !== 'list') {
    // Whatever it is, it has members, for which the predicate is called.
    if (predicate && isNoFunction(machine, predicate)) machine.call(predicate, [none]);
    return unlisted(machine, names, predicate);
  }
  const found: PyValue[] = [];
  for (const name of names.items) {
    if (name.kind !== 'str') {
      found.push(name);
      continue;
    }
    const value = machine.attempt<PyValue | undefined>(
      () => machine.findAttribute(object, name.value),
      ['AttributeError'],
      () => undefined,
    );
    const known = value ?? whatIsNotModelled(machine, name.value);
    if (!known) continue;
    // Of what every object has, what is not modelled is a slot, a text or a dict: no class, module or function.
    if (isOfThis(predicate) && known.kind === 'unknown' && isSpecial(name.value)) continue;
    const truth = predicate ? machine.truth(machine.call(predicate, [known])) : 'yes';
    if (truth === 'maybe') return unlisted(machine, known, predicate);
    if (truth === 'yes') found.push(tuple([str(name.value), known]));
  }
  return list(found);
}

function isNoFunction(machine: Machine, predicate: PyValue): boolean {
  const callable = machine.call(machine.builtin('callable'), [predicate]);
  return callable.kind === 'bool' && !callable.value;
}

/** Members that are not known; what the predicate makes of them is not followed. */
function unlisted(machine: Machine, doubt: PyValue, predicate: PyValue | undefined): PyValue {
  if (predicate && !isOfThis(predicate)) machine.unmodelled('what the predicate makes of the members is not modelled');
  return machine.derive(doubt, { type: 'list' });
}

/** What every object has, of which not all is modelled. */
function whatIsNotModelled(machine: Machine, name: string): PyValue | undefined {
  return isSpecial(name) ? machine.unknown(`\`${name}\` is not modelled`) : undefined;
}

const isSpecial = (name: string): boolean => /^__\w+__$/.test(name);

const isOfThis = (predicate: PyValue | undefined): boolean =>
  predicate?.kind === 'native' && predicate.qualname.startsWith('inspect.is');
