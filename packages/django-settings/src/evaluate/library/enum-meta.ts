/** `enum.EnumType`: what an enumeration does as a class. */
import { pythonAtLeast } from '../../environment/surroundings.js';
import { dictOf } from '../keys.js';
import { proxyOf } from '../mapping-proxy.js';
import { findInMro } from '../mro.js';
import { type Implementation, type Machine, method, nativeClass, property, textOf } from '../native.js';
import { bool, emptyDict, int, iterator, type PyClass, type PyValue, str, tuple } from '../value.js';
import { checkBases, isEnum } from './enum-bases.js';
import { beginBody, bindInBody } from './enum-body.js';
import { functionalEnum } from './enum-by-call.js';
import { makeMembers } from './enum-members.js';
import { canonical, type Member, type Members, membersOf } from './enum-registry.js';
import { wordsSince } from './words-since.js';

const notModelled = 'the members of this enumeration are not modelled';

/** Members of which all is known, or what stands for those that are not. */
function exactly(
  machine: Machine,
  cls: PyValue,
  use: (members: Members) => PyValue,
  certain: Parameters<Machine['unknown']>[1] = {},
): PyValue {
  const members = membersOf(machine, cls);
  return members?.exact ? use(members) : machine.unknown(notModelled, certain);
}

export function enumMeta(machine: Machine): PyClass {
  const on = (name: string, signature: string, run: Implementation) =>
    method(`enum.EnumType.${name}`, signature, run, { unknowns: 'accept' });
  const iterate = (turn: (members: readonly Member[]) => readonly Member[]): Implementation => {
    return (m, args) => {
      const members = membersOf(m, args.get('cls'));
      return iterator(
        'generator',
        members?.exact
          ? turn(canonical(members)).map(({ member }) => member)
          : [m.unknown(notModelled, { many: true })],
      );
    };
  };
  return nativeClass(machine, {
    name: 'EnumType',
    module: 'enum',
    base: machine.builtinClass('type'),
    members: {
      __iter__: on(
        '__iter__',
        '(cls)',
        iterate((members) => members),
      ),
      __reversed__: on(
        '__reversed__',
        '(cls)',
        iterate((members) => [...members].reverse()),
      ),
      __contains__: on('__contains__', '(cls, value)', contains),
      __repr__: on('__repr__', '(cls)', (m, args) => {
        const cls = args.get('cls') as PyClass;
        if (!isEnum(cls)) return m.unmodelled('how this enumeration shows itself is not modelled', { type: 'str' });
        return str(`<${pythonAtLeast(m, 11) !== false && isEnum(cls, 'Flag') ? 'flag' : 'enum'} '${cls.name}'>`);
      }),
      __len__: on('__len__', '(cls)', (m, args) =>
        exactly(m, args.get('cls'), (members) => int(canonical(members).length), { type: 'int' }),
      ),
      __dir__: on('__dir__', '(cls)', (m) => m.unmodelled('what `dir()` gives of an enumeration is not modelled')),
      __bool__: on('__bool__', '(cls)', () => bool(true)),
      __members__: property('__members__', (m, cls) =>
        exactly(m, cls, ({ all }) =>
          proxyOf(m, () => dictOf(all.map(({ name, member }) => [str(name), member] as const))),
        ),
      ),
      __getitem__: on('__getitem__', '(cls, name)', (m, args) =>
        exactly(m, args.get('cls'), ({ all }) => {
          const wanted = textOf(args.get('name'));
          // As a dict refuses it, whose keys are the names.
          return all.find(({ name }) => name === wanted)?.member ?? m.getItem(emptyDict(), args.get('name'));
        }),
      ),
      __setattr__: on('__setattr__', '(cls, name, value)', (m, args) => {
        const name = textOf(args.get('name')) ?? '';
        if (membersOf(m, args.get('cls'))?.names.includes(name))
          m.raise('AttributeError', wordsSince(m, 11, `cannot reassign member '${name}'`));
        return m.call(m.getAttribute(m.builtin('type'), '__setattr__'), args.all());
      }),
      __delattr__: on('__delattr__', '(cls, name)', (m, args) => {
        const [cls, name] = [args.get('cls'), textOf(args.get('name')) ?? ''];
        if (cls.kind === 'class' && membersOf(m, cls)?.names.includes(name))
          m.raise('AttributeError', wordsSince(m, 11, `'${cls.name}' cannot delete member '${name}'.`));
        return m.call(m.getAttribute(m.builtin('type'), '__delattr__'), args.all());
      }),
      __call__: on('__call__', '(cls, value, names=, *values, module=, qualname=, type=, start=, boundary=)', call),
    },
    behaviour: {
      construct: (m, _, args) => makeMembers(m, args.positional),
      prepare: (m, { name, bases, attributes }) => {
        checkBases(m, name, bases);
        const body = beginBody(m, { name, bases, attributes });
        return (key, value) => bindInBody(m, body, key, value);
      },
      keywords: ['boundary', '_simple'],
    },
  });
}

const contains: Implementation = (m, args) => {
  const [cls, wanted] = [args.get('cls'), args.get('value')];
  const members = membersOf(m, cls);
  const depends = 'whether an enumeration holds a value depends on the version of Python';
  if (!members?.exact) return m.unknown(depends, { type: 'bool' });
  if (wanted.kind === 'instance' && wanted.cls === cls) return bool(true);
  if (wanted.kind !== 'instance' && !pythonAtLeast(m, 12)) return m.unknown(depends, { type: 'bool' });
  const equal = members.all.map(({ value }) => m.equal(value, wanted));
  if (equal.includes('yes')) return bool(true);
  return equal.includes('maybe') || m.doubt(wanted) ? m.unknown(depends, { type: 'bool' }) : bool(false);
};

/** A member by its value, or a new enumeration. */
const call: Implementation = (m, args) => {
  const cls = args.get('cls');
  const members = membersOf(m, cls);
  const isBase = cls.kind === 'class' && cls.module === 'enum';
  if (cls.kind !== 'class' || (!isBase && !members?.exact)) return m.unmodelled(notModelled);
  const named = args.some('names');
  if (!members || members.all.length === 0) {
    if (args.optional('names') && !named)
      return m.unmodelled('an enumeration that is made by such a call is not modelled');
    if (named || args.some('type')) return functionalEnum(m, cls, args);
    if (!pythonAtLeast(m, 12)) return m.unknown(notModelled);
    const shown = m.str(cls);
    const words = 'has no members; specify `names=()` if you meant to create a new, empty, enum';
    return m.raise('TypeError', shown.kind === 'str' ? `${shown.value} ${words}` : shown);
  }
  if (named && !pythonAtLeast(m, 12)) return m.unknown(notModelled);
  return byValue(
    m,
    cls,
    members,
    named ? tuple([args.get('value'), args.get('names'), ...args.rest]) : args.get('value'),
  );
};

function byValue(m: Machine, cls: PyClass, { all }: Members, wanted: PyValue): PyValue {
  const itself = all.find(({ member }) => member === wanted);
  if (itself) return wanted;
  if (m.doubt(wanted)) return m.derive(wanted);
  const equal = all.map((one) => ({ one, equal: m.equal(one.value, wanted) }));
  if (equal.some((one) => one.equal === 'maybe')) return m.unknown(notModelled);
  const found = equal.find((one) => one.equal === 'yes');
  if (found) return found.one.member;
  if (isEnum(cls, 'Flag')) return m.unmodelled('what an enumeration of flags makes of a value is not modelled');
  const missing = findInMro(cls.mro, '_missing_') ? m.call(m.getAttribute(cls, '_missing_'), [wanted]) : undefined;
  if (missing && (missing.kind === 'unknown' || missing.kind === 'choice')) return m.derive(missing);
  if (missing?.kind === 'instance' && missing.cls === cls) return missing;
  const shown = m.repr(missing && missing.kind !== 'none' ? missing : wanted);
  if (shown.kind !== 'str')
    return m.raise(missing && missing.kind !== 'none' ? 'TypeError' : 'ValueError', m.derive(shown, { type: 'str' }));
  if (!missing || missing.kind === 'none')
    return m.raise('ValueError', `${shown.value} is not a valid ${cls.qualname}`);
  const words = `error in ${cls.name}._missing_: returned ${shown.value} instead of None or a valid member`;
  return m.raise('TypeError', words);
}
