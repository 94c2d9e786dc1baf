/** `re`: patterns as values, and matching where JavaScript's means exactly the same. */

import { pythonAtLeast } from '../../environment/surroundings.js';
import { indexNumber } from '../builtins/arguments.js';
import { type Bound, fn, instance, type Machine, method, type NativeModule, property, textOf } from '../native.js';
import { int, iterator, list, none, type PyClass, type PyValue, str, tuple } from '../value.js';
import { errorClass } from './error-class.js';
import { partialClass } from './partial-class.js';
import { type CompiledPattern, compilePattern, findAll, type Match, matchAt, patternOf } from './re-match.js';
import { createMatchClass } from './re-match-class.js';
import { regexFlags } from './regex-flag.js';
import { problemOfPattern } from './regex-problem.js';
import { plainProblem, refusePattern, refuseUnhashable } from './regex-refusals.js';

/** The module `re`. */
export const reModule: NativeModule = { standard: true, load: loadRe };

function loadRe(machine: Machine): Readonly<Record<string, PyValue>> {
  const matchClass = createMatchClass(machine);
  const pattern = createPatternClass(machine, matchClass);
  const error = errorClass(machine, {
    name: machine.python && machine.python[1] < 13 ? 'error' : 'PatternError',
    module: 're',
    base: machine.builtinClass('Exception'),
    takes: 'msg, pattern=, pos=',
    keeps: (m, args) =>
      args.some('pattern') || args.some('pos')
        ? { message: m.unmodelled('the place in a pattern is not told', { type: 'str', truth: true }) }
        : { message: args.get('msg'), attributes: { msg: args.get('msg') } },
  });
  const compile = (m: Machine, args: Bound): PyValue => {
    const given = args.get('pattern');
    const flags = args.optional('flags') ?? int(0);
    for (const one of [given, flags]) refuseUnhashable(m, one);
    if (patternOf(given)) {
      if (flags.kind === 'int' && flags.value !== 0n)
        m.raise('ValueError', 'cannot process flags argument with a compiled pattern');
      return given;
    }
    const text = textOf(given);
    if (text === undefined) refusePattern(m, given);
    if (text === undefined || flags.kind !== 'int' || BigInt.asIntN(32, flags.value) !== flags.value)
      return m.unknown('the pattern is not a plain str');
    const compiled = compilePattern(text, flags.value);
    if (pythonAtLeast(m, 11)) {
      const problem = problemOfPattern(text, flags.value);
      if (!problem || problem.type === 'unknown') return instance(pattern, compiled);
      return m.raise(problem.type === 'PatternError' ? error : problem.type, problem.message);
    }
    const problem = compiled.translated ? undefined : plainProblem(text);
    return problem === undefined ? instance(pattern, compiled) : m.raise(error, problem);
  };
  const over = (name: string, run: Work, extra = '') =>
    fn(`re.${name}`, `(pattern${extra}, string, flags=)`, (m, args) => {
      const compiled = patternOf(compile(m, args));
      return compiled ? run(m, compiled, args, matchClass) : m.unknown('the pattern is not a plain str');
    });
  return {
    ...regexFlags(machine),
    compile: fn('re.compile', '(pattern, flags=)', compile),
    match: over('match', matching('match')),
    fullmatch: over('fullmatch', matching('fullmatch')),
    search: over('search', matching('search')),
    findall: over('findall', findAllWork),
    finditer: over('finditer', findIterWork),
    split: fn('re.split', '(pattern, string, maxsplit=, flags=)', (m, args) => {
      const compiled = patternOf(compile(m, args));
      return compiled ? splitWork(m, compiled, args) : m.unknown('the pattern is not a plain str');
    }),
    sub: fn(
      're.sub',
      '(pattern, repl, string, count=, flags=)',
      (m, args) => {
        const compiled = patternOf(compile(m, args));
        return compiled ? substitute(m, compiled, args, matchClass) : m.unknown('the pattern is not a plain str');
      },
      { gives: { type: 'str' } },
    ),
    escape: fn('re.escape', '(pattern)', (m, args) => {
      const text = textOf(args.get('pattern'));
      return text === undefined
        ? m.unknown('`re.escape` of bytes is not modelled')
        : str(text.replace(/[()[\]{}?*+\-|^$\\.&~# \t\n\r\v\f]/gu, '\\$&'));
    }),
    purge: fn('re.purge', '()', () => none),
    error,
    PatternError: error,
    Pattern: pattern,
    Match: matchClass,
  };
}

type Work = (machine: Machine, pattern: CompiledPattern, args: Bound, matchClass: PyClass) => PyValue;

const UNSAFE = 'this regular expression is not followed';

function matching(how: 'match' | 'fullmatch' | 'search'): Work {
  return (machine, pattern, args, matchClass) => {
    const text = textOf(args.get('string'));
    if (hasBounds(args)) return machine.unmodelled('matching a part of a text is not followed');
    if (text === undefined) return wrongSubject(machine, args.get('string'));
    const found = matchAt(machine, pattern, text, how);
    if (found === 'undecided') return machine.unknown(UNSAFE);
    return found ? instance(matchClass, found) : none;
  };
}

/** Only methods of a pattern take them. */
function hasBounds(args: Bound): boolean {
  return args.optional('pos') !== undefined || args.optional('endpos') !== undefined;
}

function wrongSubject(machine: Machine, value: PyValue): PyValue {
  if (value.kind === 'bytes') return machine.unknown('matching bytes is not followed');
  return machine.raise('TypeError', `expected string or bytes-like object, got '${machine.typeName(value)}'`);
}

const findAllWork: Work = (machine, pattern, args) => {
  const text = textOf(args.get('string'));
  if (text === undefined) return wrongSubject(machine, args.get('string'));
  const found = findAll(machine, pattern, text);
  if (!found) return machine.unknown(UNSAFE, { type: 'list' });
  return list(
    found.map(({ groups }) => {
      const [whole, ...inner] = groups.map((group) => str(group?.text ?? ''));
      if (inner.length === 0) return whole ?? str('');
      return inner.length === 1 ? (inner[0] ?? none) : tuple(inner);
    }),
  );
};

const findIterWork: Work = (machine, pattern, args, matchClass) => {
  const text = textOf(args.get('string'));
  const found = text === undefined ? undefined : findAll(machine, pattern, text);
  if (!found) return machine.unknown(UNSAFE);
  return iterator(
    'callable_iterator',
    found.map((match) => instance(matchClass, match)),
  );
};

function splitWork(machine: Machine, pattern: CompiledPattern, args: Bound): PyValue {
  const text = textOf(args.get('string'));
  const most = limitOf(machine, args.optional('maxsplit'));
  if (text === undefined) return wrongSubject(machine, args.get('string'));
  const found = findAll(machine, pattern, text);
  if (!found) return machine.unknown(UNSAFE, { type: 'list' });
  const items: PyValue[] = [];
  let from = 0;
  for (const { groups } of found.slice(0, most)) {
    const [whole, ...inner] = groups;
    items.push(str(text.slice(from, whole?.start)), ...inner.map((group) => (group ? str(group.text) : none)));
    from = whole?.end ?? from;
  }
  items.push(str(text.slice(from)));
  return list(items);
}

/** How many matches are changed: all where that is 0, none where it is below. */
function limitOf(machine: Machine, given: PyValue | undefined): number | undefined {
  const most = given ? indexNumber(machine, given) : 0;
  return most === 0 ? undefined : Math.max(0, most);
}

function substitute(machine: Machine, pattern: CompiledPattern, args: Bound, matchClass: PyClass): PyValue {
  const text = textOf(args.get('string'));
  const by = args.get('repl');
  const most = limitOf(machine, args.optional('count'));
  refuseReplacement(machine, by);
  if (['int', 'float', 'bool', 'none', 'list', 'tuple', 'dict', 'set'].includes(by.kind))
    machine.raise('TypeError', machine.unknown('how `re` refuses this replacement is not modelled', { type: 'str' }));
  if (text === undefined) return wrongSubject(machine, args.get('string'));
  if (by.kind === 'bytes' && by.value.includes('\\')) return machine.unknown(UNSAFE, { type: 'str' });
  const found = findAll(machine, pattern, text);
  if (!found) return machine.unknown(UNSAFE, { type: 'str' });
  // A template is read whether anything matches or not.
  const template = by.kind === 'str' ? expandTemplate(machine, by.value, emptyMatch(pattern)) : by;
  if (template.kind === 'unknown') return template;
  const pieces: PyValue[] = [];
  let from = 0;
  for (const match of found.slice(0, most)) {
    const [whole] = match.groups;
    const made =
      by.kind === 'str'
        ? expandTemplate(machine, by.value, match)
        : by.kind === 'bytes'
          ? by
          : machine.call(by, [instance(matchClass, match)]);
    const before = text.slice(from, whole?.start);
    if (before !== '') pieces.push(str(before));
    if (made.kind !== 'none') pieces.push(made);
    from = whole?.end ?? from;
  }
  if (from < text.length) pieces.push(str(text.slice(from)));
  return machine.invoke(str(''), 'join', list(pieces));
}

/** What is neither text nor a function is read as a template, whether anything matches or not. */
function refuseReplacement(machine: Machine, by: PyValue): void {
  if (by.kind === 'str' || by.kind === 'bytes' || machine.doubt(by)) return;
  const isCallable = machine.call(machine.builtin('callable'), [by]);
  if (isCallable.kind !== 'bool' || isCallable.value) return;
  const type = machine.typeName(by);
  const unhashable = ['list', 'dict', 'set'].includes(by.kind) && type !== 'frozenset';
  machine.raise(
    'TypeError',
    unhashable ? `unhashable type: '${type}'` : `decoding to str: need a bytes-like object, ${type} found`,
  );
}

/** A match of nothing, with all the groups that the pattern has. */
function emptyMatch({ translated }: CompiledPattern): Match {
  const names = translated?.groupNames ?? [];
  return { subject: '', names, groups: [undefined, ...names.map(() => undefined)] };
}

function expandTemplate(machine: Machine, template: string, match: Match): PyValue {
  let undecided = false;
  const text = template.replace(
    /\\(?:g<(\w+)>|([1-9]\d?)|([\s\S])|$)/gu,
    (_, named?: string, number?: string, char?: string) => {
      const name = named ?? number;
      if (name !== undefined) {
        const group = /^\d+$/u.test(name) ? match.groups[Number(name)] : match.groups[match.names.indexOf(name) + 1];
        if (/^\d+$/u.test(name) ? Number(name) >= match.groups.length : !match.names.includes(name)) undecided = true;
        return group?.text ?? '';
      }
      const plain = { n: '\n', t: '\t', r: '\r', '\\': '\\' }[char ?? ''];
      if (plain === undefined) undecided = true;
      return plain ?? '';
    },
  );
  return undecided ? machine.unknown('this replacement is not followed', { type: 'str' }) : str(text);
}

function createPatternClass(machine: Machine, matchClass: PyClass): PyClass {
  const does = (name: string, parameters: string, run: Work) =>
    method(`re.Pattern.${name}`, `(self, ${parameters})`, (m, args) => {
      const compiled = patternOf(args.get('self'));
      return compiled ? run(m, compiled, args, matchClass) : m.unknown('it is not a plain pattern');
    });
  return partialClass(machine, {
    name: 'Pattern',
    module: 're',
    members: {
      pattern: property('pattern', (m, self) => {
        const compiled = patternOf(self);
        return compiled ? str(compiled.pattern) : m.derive(self);
      }),
      flags: property('flags', (m, self) => {
        const compiled = patternOf(self);
        if (!compiled) return m.derive(self);
        const inline = /^\(\?[a-zA-Z]/.test(compiled.pattern);
        return inline
          ? m.unknown('flags inside a pattern are not followed', { type: 'int' })
          : int(compiled.flags | 32n);
      }),
      match: does('match', 'string, pos=, endpos=', matching('match')),
      fullmatch: does('fullmatch', 'string, pos=, endpos=', matching('fullmatch')),
      search: does('search', 'string, pos=, endpos=', matching('search')),
      findall: does('findall', 'string', findAllWork),
      finditer: does('finditer', 'string', findIterWork),
      split: does('split', 'string, maxsplit=', splitWork),
      sub: does('sub', 'repl, string, count=', substitute),
    },
    behaviour: {
      identity: (self) => `${patternOf(self)?.flags} ${patternOf(self)?.pattern}`,
      freeze: (self) => ({ kind: 'regex', pattern: patternOf(self)?.pattern ?? '' }),
    },
  });
}
