/** Python's questions about values that may be partly unknown: yes, no, maybe, or that asking raises an exception. */
import { type Truth, truthOf, type Unknown, type Value } from '@django-golive/core';

/** `crash`: Python raises an exception instead of answering, so whatever asked ends without a result. */
export type Answer = Truth | 'crash';

type Typed = NonNullable<Unknown['type']>;

/** Python's `and`, `or` and `not`: a part is asked only where the ones before it leave the result open. */
export function both(...parts: readonly (() => Answer)[]): Answer {
  let open = false;
  for (const part of parts) {
    const answer = part();
    if (answer === 'no') return 'no';
    if (answer === 'crash') return open ? 'maybe' : 'crash';
    if (answer === 'maybe') open = true;
  }
  return open ? 'maybe' : 'yes';
}

export function either(...parts: readonly (() => Answer)[]): Answer {
  return not(both(...parts.map((part) => () => not(part()))));
}

export function not(answer: Answer): Answer {
  if (answer === 'yes') return 'no';
  return answer === 'no' ? 'yes' : answer;
}

/** `any(…)` over parts that are each asked until one says yes. */
export function anyOf<T>(items: readonly T[], ask: (item: T) => Answer): Answer {
  return either(...items.map((item) => () => ask(item)));
}

/** `any(…)` where all are asked before anything comes of it: one that raises loses the others, and so may one that is not known. */
export function anyOfAll(answers: readonly Answer[], mayRaise: boolean): Answer {
  if (answers.includes('crash')) return 'crash';
  if (answers.includes('yes')) return mayRaise ? 'maybe' : 'yes';
  return answers.includes('maybe') || mayRaise ? 'maybe' : 'no';
}

/** Whether a value may turn out to be none that a text's methods and a path can be asked of. */
export function maybeNoText(value: Value): boolean {
  if (value.kind === 'choice') return value.options.some(maybeNoText);
  return value.kind === 'object' || (value.kind === 'unknown' && value.type !== 'str');
}

/** `bool(value)`; an absent setting raises AttributeError. */
export function truth(value: Value | undefined): Answer {
  return value ? truthOf(value) : 'crash';
}

/** One answer for a value that may be a choice of several. */
export function overOptions(value: Value, ask: (option: Value) => Answer): Answer {
  if (value.kind !== 'choice') return ask(value);
  const answers = new Set(value.options.map((option) => overOptions(option, ask)));
  const [only] = answers;
  return answers.size === 1 && only ? only : 'maybe';
}

/** `value is True` */
export function isTrue(value: Value | undefined): Answer {
  if (!value) return 'crash';
  return overOptions(value, (option) => {
    if (option.kind === 'bool') return option.value ? 'yes' : 'no';
    if (option.kind !== 'unknown') return 'no';
    return option.truth === false || (option.type !== undefined && option.type !== 'bool') ? 'no' : 'maybe';
  });
}

/** `value is None` */
export function isNone(value: Value): Answer {
  return overOptions(value, (option) => {
    if (option.kind === 'none') return 'yes';
    if (option.kind !== 'unknown') return 'no';
    return option.truth === true || option.type !== undefined ? 'no' : 'maybe';
  });
}

/** `isinstance(value, …)` for the given kinds of value. */
export function isOneOf(value: Value, ...kinds: readonly (Typed | 'none' | 'path')[]): Answer {
  return overOptions(value, (option) => {
    if (option.kind === 'unknown') {
      if (option.type === undefined) return 'maybe';
      return kinds.includes(option.type) ? 'yes' : 'no';
    }
    if (option.kind === 'object') return option.type === 'builtins.object' ? 'no' : 'maybe';
    return (kinds as readonly string[]).includes(option.kind) ? 'yes' : 'no';
  });
}

/** `value == text` */
export function equalsText(value: Value | undefined, text: string): Answer {
  if (!value) return 'crash';
  return overOptions(value, (option) => {
    if (option.kind === 'str') return option.value === text ? 'yes' : 'no';
    if (option.kind === 'object') return 'maybe';
    if (option.kind !== 'unknown') return 'no';
    if (option.type !== undefined && option.type !== 'str') return 'no';
    return option.truth !== undefined && option.truth !== (text !== '') ? 'no' : 'maybe';
  });
}

/** `text in value` */
export function contains(value: Value | undefined, text: string): Answer {
  if (!value) return 'crash';
  return overOptions(value, (option) => {
    switch (option.kind) {
      case 'list':
      case 'tuple':
      case 'set':
        return anyOf(option.items, (item) => equalsText(item, text));
      case 'dict':
        return anyOf(option.entries, ([key]) => equalsText(key, text));
      case 'str':
        return option.value.includes(text) ? 'yes' : 'no';
      case 'unknown':
        if (option.type === 'bool' || option.type === 'int' || option.type === 'float') return 'crash';
        return option.truth === false ? 'no' : 'maybe';
      case 'object':
        return 'maybe';
      default:
        return 'crash';
    }
  });
}

/** What iterating over a value gives; `undefined` where that is not known, `crash` where Python cannot. */
export function iterated(value: Value | undefined): readonly Value[] | 'crash' | undefined {
  switch (value?.kind) {
    case 'list':
    case 'tuple':
    case 'set':
      return value.items;
    case 'dict':
      return value.entries.map(([key]) => key);
    case 'str':
      return [...value.value].map((character) => ({ kind: 'str', value: character }));
    case 'bytes':
      return [...value.value].map((character) => ({ kind: 'int', value: BigInt(character.charCodeAt(0)) }));
    case 'unknown':
    case 'choice':
    case 'object':
      return undefined;
    default:
      return 'crash';
  }
}

/** A dict's entry: the value, `absent`, or `undefined` where that is not known. `crash` where the value has no keys. */
export function entryOf(value: Value, key: string): Value | 'absent' | 'crash' | undefined {
  if (value.kind === 'unknown' || value.kind === 'choice' || value.kind === 'object') return undefined;
  if (value.kind !== 'dict') return 'crash';
  for (const [name, entry] of value.entries) {
    if (name.kind === 'str' && name.value === key) return entry;
  }
  return contains(value, key) === 'no' ? 'absent' : undefined;
}

/** The first reason why a value is not wholly known; containers and choices are searched. */
export function doubtIn(value: Value | undefined): string | undefined {
  switch (value?.kind) {
    case 'unknown':
      return value.why;
    case 'choice':
      return firstDoubt(value.options) ?? 'it depends on a condition that is not known';
    case 'list':
    case 'tuple':
    case 'set':
      return firstDoubt(value.items);
    case 'dict':
      return firstDoubt(value.entries.flat());
    default:
      return undefined;
  }
}

function firstDoubt(values: readonly Value[]): string | undefined {
  for (const value of values) {
    const doubt = doubtIn(value);
    if (doubt !== undefined) return doubt;
  }
  return undefined;
}
