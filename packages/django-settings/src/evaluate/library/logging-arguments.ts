/** What `logging` refuses of levels, formats and the arguments of `basicConfig`. */
import { formatRefused } from '../../django/logging-format.js';
import type { Bound, Machine } from '../native.js';
import { emptyDict, int, none, type PyList, type PyValue, str } from '../value.js';
import { LEVELS } from './logging-levels.js';

const notKnown = { type: 'str', truth: true } as const;

/** Names of levels that the settings have added, and whether one of them is not known. */
function addedLevels(machine: Machine): { readonly names: Set<string>; open: boolean } {
  return machine.once('logging.levels', () => ({ names: new Set<string>(), open: false }));
}

/** `addLevelName(level, name)` */
export function addLevel(machine: Machine, level: PyValue, name: PyValue): void {
  // Both are keys.
  for (const key of [level, name]) machine.setItem(emptyDict(), key, none);
  if (name.kind === 'str') addedLevels(machine).names.add(name.value);
  else addedLevels(machine).open = true;
}

/** A level is a number, or the name of one. */
export function checkLevel(machine: Machine, level: PyValue): void {
  const shown = (put: (text: string) => string): PyValue => {
    const text = machine.repr(level);
    return text.kind === 'str' ? str(put(text.value)) : machine.derive(text, notKnown);
  };
  if (['int', 'bool', 'unknown', 'choice'].includes(level.kind)) return;
  if (level.kind === 'instance') {
    machine.unmodelled('what logging makes of this level is not modelled');
    return;
  }
  if (level.kind !== 'str')
    machine.raise(
      'TypeError',
      shown((text) => `Level not an integer or a valid string: ${text}`),
    );
  const { names, open } = addedLevels(machine);
  if (Object.hasOwn(LEVELS, level.value) || open || names.has(level.value)) return;
  machine.raise(
    'ValueError',
    shown((text) => `Unknown level: ${text}`),
  );
}

/** What a style of formatting refuses. */
export function checkFormat(
  machine: Machine,
  format: PyValue | undefined,
  style: PyValue | undefined,
  validate = true,
): void {
  // The styles are the keys of a dict.
  if (style) machine.call(machine.builtin('hash'), [style]);
  const sort = style === undefined ? '%' : style.kind === 'str' ? style.value : undefined;
  if (sort === undefined ? style && !machine.doubt(style) : !['%', '{', '$'].includes(sort))
    machine.raise('ValueError', 'Style must be one of: %,{,$');
  if (sort === undefined || !format || !validate || machine.truth(format) !== 'yes') return;
  if (format.kind !== 'str') {
    if (['unknown', 'choice', 'instance'].includes(format.kind)) {
      machine.unmodelled('what logging makes of this format is not modelled');
      return;
    }
    const words = machine.unknown('what `re` says of this format depends on the version of Python', notKnown);
    machine.raise('TypeError', words);
  } else if (formatRefused(format.value, sort)) machine.raise('ValueError', wordsOf(machine, format.value, sort));
}

function wordsOf(machine: Machine, format: string, style: string): PyValue {
  if (style === '%') return str(`Invalid format '${format}' for '%' style`);
  const noFields = style === '{' ? !/[{}]/u.test(format) : !format.includes('$');
  return noFields
    ? str('invalid format: no fields')
    : machine.unknown('how `logging` refuses this format is not modelled', notKnown);
}

/** The handlers of the root logger, as far as there being any goes. */
function rootHandlers(machine: Machine): PyList {
  return machine.once('logging.root handlers', () => machine.call(machine.builtin('list')) as PyList);
}

/** From now on the root logger has handlers, so `basicConfig` does nothing. */
export function rootIsConfigured(machine: Machine): void {
  machine.invoke(rootHandlers(machine), 'append', int(1));
}

const options = ['handlers', 'stream', 'filename', 'filemode', 'datefmt', 'style', 'format', 'level'];

/** `basicConfig(**options)` */
export function checkBasicConfig(machine: Machine, { extra }: Bound): void {
  const configured = rootHandlers(machine);
  const force = extra.get('force');
  const forced = force ? machine.truth(force) : 'no';
  if (forced === 'maybe' || (forced === 'no' && (configured.options || configured.items.length > 0))) return;
  const given = (name: string) => {
    const value = extra.get(name);
    return value?.kind === 'none' ? undefined : value;
  };
  const [handlers, stream, filename] = [given('handlers'), extra.has('stream'), extra.has('filename')];
  if (handlers ? stream || filename : stream && filename)
    machine.raise(
      'ValueError',
      handlers
        ? "'stream' or 'filename' should not be specified together with 'handlers'"
        : "'stream' and 'filename' should not be specified together",
    );
  checkFormat(machine, extra.get('format'), extra.get('style'));
  const made = handlers ? machine.iterate(handlers) : undefined;
  for (const handler of made ?? []) if (!machine.doubt(handler)) machine.getAttribute(handler, 'formatter');
  if (made?.length !== 0) rootIsConfigured(machine);
  const level = given('level');
  if (level) checkLevel(machine, level);
  const rest = [...extra.keys()].filter(
    (name) => !options.includes(name) && !['force', 'encoding', 'errors'].includes(name),
  );
  // Without a file nothing looks at how it would be opened.
  if ((handlers || !filename) && extra.has('filemode') && handlers) rest.push('filemode');
  if (rest.length > 0) machine.raise('ValueError', `Unrecognised argument(s): ${rest.join(', ')}`);
}
