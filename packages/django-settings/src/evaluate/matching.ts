/** `match` statements, in Kleene's logic where the subject is not wholly known. */

import type { Truth } from '@django-golive/core';
import type { Match, MatchCase, Pattern } from '../syntax/tree.js';
import { forkStatements } from './branching.js';
import type { Completion, Frame, Interpreter } from './interpreter.js';
import { hashable } from './items.js';
import { dropInOrder } from './key-order.js';
import { partsOf, refuseNoClass } from './matching-classes.js';
import { bind } from './names.js';
import { placed, truthOf } from './placing.js';
import { Exhausted } from './raised.js';
import { both } from './truth.js';
import type { PyValue } from './value.js';
import { bool, emptyDict, none, tuple } from './value.js';

type Bindings = [string, PyValue][];

export function executeMatch(vm: Interpreter, node: Match, frame: Frame): Completion {
  return tryCase(vm, node, vm.evaluate(node.subject, frame), 0, frame);
}

function tryCase(vm: Interpreter, node: Match, subject: PyValue, at: number, frame: Frame): Completion {
  const one = node.cases[at];
  if (!one) return undefined;
  const bindings: Bindings = [];
  const truth = matchPattern(vm, one.pattern, subject, bindings, frame);
  const next = () => tryCase(vm, node, subject, at + 1, frame);
  if (truth === 'no') return next();
  const run = () => vm.execute(one.body, frame);
  const matched = (): Completion => {
    for (const [name, value] of bindings) bind(vm, name, value, frame);
    if (!one.guard) return run();
    // The names are bound before the guard, which may bind them anew.
    const guard = vm.evaluate(one.guard, frame);
    const allows = truthOf(vm, one.guard, guard, frame);
    if (allows === 'maybe') return forkStatements(vm, [run, next], vm.doubt(guard));
    return allows === 'yes' ? run() : next();
  };
  return truth === 'yes' ? matched() : forkStatements(vm, [matched, next], vm.doubt(subject));
}

/** The case that is taken, with its names bound; where that is not certain, nothing is known. */
export function chooseCase(vm: Interpreter, node: Match, subject: PyValue, frame: Frame): MatchCase | undefined {
  return node.cases.find((one) => {
    const bindings: Bindings = [];
    const truth = certain(matchPattern(vm, one.pattern, subject, bindings, frame));
    if (truth === 'no') return false;
    for (const [name, value] of bindings) bind(vm, name, value, frame);
    return !one.guard || certain(truthOf(vm, one.guard, vm.evaluate(one.guard, frame), frame)) === 'yes';
  });
}

function certain(truth: Truth): Truth {
  if (truth === 'maybe') throw new Exhausted('a generator hangs on a condition that is not known');
  return truth;
}

function matchPattern(vm: Interpreter, pattern: Pattern, subject: PyValue, bindings: Bindings, frame: Frame): Truth {
  vm.spend(1);
  switch (pattern.kind) {
    case 'value':
      return placed(frame, pattern.value, () => vm.equal(subject, vm.evaluate(pattern.value, frame)));
    case 'singleton': {
      const value = pattern.value === null ? none : bool(pattern.value);
      return vm.truth(vm.compare('is', subject, value));
    }
    case 'as': {
      const truth = pattern.pattern ? matchPattern(vm, pattern.pattern, subject, bindings, frame) : 'yes';
      if (pattern.name && truth !== 'no') bindings.push([pattern.name, subject]);
      return truth;
    }
    case 'either': {
      let maybe = false;
      for (const one of pattern.patterns) {
        const truth = matchPattern(vm, one, subject, bindings, frame);
        if (truth === 'yes' && !maybe) return 'yes';
        if (truth !== 'no') maybe = true;
      }
      return maybe ? 'maybe' : 'no';
    }
    case 'star':
      return 'yes';
    case 'sequence':
      return matchSequence(vm, pattern.patterns, subject, bindings, frame);
    case 'mapping': {
      if (subject.kind === 'unknown' || subject.kind === 'choice') return maybeBind(vm, pattern, subject, bindings);
      if (subject.kind === 'instance' && vm.typeName(subject) === '_Environ')
        return maybeBind(vm, pattern, subject, bindings);
      if (subject.kind !== 'dict') return 'no';
      const rest = { ...emptyDict(), entries: new Map(subject.entries), open: subject.open, first: subject.first };
      if (!subject.open && !subject.options && subject.entries.size < pattern.entries.length) return 'no';
      const keys = pattern.entries.map(([keyNode]) => hashable(vm, vm.evaluate(keyNode, frame)));
      const found = keys.map((key) => (key === undefined ? undefined : subject.entries.get(key)));
      if (!subject.open && found.includes(undefined)) return 'no';
      const truths: Truth[] = [];
      for (const [at, [, inner]] of pattern.entries.entries()) {
        const [key, entry] = [keys[at], found[at]];
        if (key !== undefined) dropInOrder(rest, key);
        const truth = entry
          ? matchPattern(vm, inner, entry.value, bindings, frame)
          : maybeBind(vm, inner, subject, bindings);
        if (truth === 'no') return 'no';
        truths.push(truth);
      }
      if (pattern.rest) bindings.push([pattern.rest, rest]);
      return both(truths);
    }
    case 'class': {
      const cls = vm.evaluate(pattern.cls, frame);
      placed(frame, pattern, () => refuseNoClass(vm, cls));
      if (cls.kind !== 'class' || subject.kind === 'unknown' || subject.kind === 'choice') {
        return maybeBind(vm, pattern, subject, bindings);
      }
      const truths: Truth[] = [vm.isInstance(subject, cls)];
      if (truths[0] === 'no') return 'no';
      const parts = placed(frame, pattern, () => partsOf(vm, cls, pattern, subject));
      if (parts === 'unknown') return maybeBind(vm, pattern, subject, bindings);
      if (!parts) return 'no';
      for (const [inner, value] of parts) {
        const truth = matchPattern(vm, inner, value, bindings, frame);
        if (truth === 'no') return 'no';
        truths.push(truth);
      }
      return both(truths);
    }
  }
}

function matchSequence(
  vm: Interpreter,
  patterns: readonly Pattern[],
  subject: PyValue,
  bindings: Bindings,
  frame: Frame,
): Truth {
  if (subject.kind === 'unknown' || subject.kind === 'choice') {
    for (const one of patterns) maybeBind(vm, one, subject, bindings);
    return 'maybe';
  }
  if (subject.kind === 'instance' && subject.cls.module === 'sys') {
    for (const one of patterns) maybeBind(vm, one, subject, bindings);
    return 'maybe';
  }
  if (subject.kind === 'range') return matchSequence(vm, patterns, tuple([...vm.iterate(subject)]), bindings, frame);
  if (subject.kind !== 'list' && subject.kind !== 'tuple') return 'no';
  if (vm.doubt(subject) && subject.items.some((item) => item.kind === 'unknown' && item.many)) {
    for (const one of patterns) maybeBind(vm, one, subject, bindings);
    return 'maybe';
  }
  const star = patterns.findIndex(({ kind }) => kind === 'star');
  const { items } = subject;
  if (star < 0 ? items.length !== patterns.length : items.length < patterns.length - 1) return 'no';
  const truths: Truth[] = [];
  for (const [at, inner] of patterns.entries()) {
    if (inner.kind === 'star') {
      const rest = items.slice(star, items.length - (patterns.length - star - 1));
      if (inner.name) bindings.push([inner.name, vm.fresh({ kind: 'list', items: rest, options: undefined })]);
      continue;
    }
    const item = items[star >= 0 && at > star ? items.length - (patterns.length - at) : at];
    const truth = item ? matchPattern(vm, inner, item, bindings, frame) : 'no';
    if (truth === 'no') return 'no';
    truths.push(truth);
  }
  return both(truths);
}

/** The names of a pattern are bound to something, if it matches at all. */
function maybeBind(vm: Interpreter, pattern: Pattern, subject: PyValue, bindings: Bindings): Truth {
  const unknown = vm.derive(vm.doubt(tuple([subject])) ?? subject);
  const stack: Pattern[] = [pattern];
  for (let one = stack.pop(); one; one = stack.pop()) {
    if ((one.kind === 'as' || one.kind === 'star') && one.name) bindings.push([one.name, unknown]);
    if (one.kind === 'as' && one.pattern) stack.push(one.pattern);
    if (one.kind === 'sequence' || one.kind === 'either' || one.kind === 'class')
      for (const inner of one.patterns) stack.push(inner);
    if (one.kind === 'mapping') for (const [, inner] of one.entries) stack.push(inner);
    if (one.kind === 'class') for (const [, inner] of one.keywords) stack.push(inner);
  }
  return 'maybe';
}
