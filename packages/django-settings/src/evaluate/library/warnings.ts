/** `warnings`: calls that settings make without any effect on them, if CPython takes their arguments. */
import { pythonAtLeast } from '../../environment/surroundings.js';
import { type Bound, fn, type Machine, method, type NativeModule, nativeClass, textOf } from '../native.js';
import { Exhausted } from '../raised.js';
import { bool, none, type PyValue } from '../value.js';

const actions = ['error', 'ignore', 'always', 'default', 'module', 'once'];

/** The module `warnings`. */
export const warningsModule: NativeModule = {
  standard: true,
  load: (machine) => ({
    warn: fn(
      'warnings.warn',
      pythonAtLeast(machine, 12)
        ? '(message, category=, stacklevel=, source=, *, skip_file_prefixes=)'
        : '(message, category=, stacklevel=, source=)',
      (m, args) => {
        const level = args.optional('stacklevel');
        if (level && !m.doubt(level)) m.call(m.builtin('range'), [level]);
        checkCategory(m, args);
        if (errors(m).some) throw new Exhausted('whether a warning is made an error is not followed');
        return none;
      },
      { unknowns: 'accept', written: 'C' },
    ),
    filterwarnings: silent('filterwarnings', '(action, message=, category=, module=, lineno=, append=)', checkFilter),
    catch_warnings: catchWarnings(machine),
    simplefilter: silent('simplefilter', '(action, category=, lineno=, append=)', checkSimple),
    resetwarnings: silent('resetwarnings', '()'),
    warn_explicit: silent('warn_explicit', '(*args, **extra)'),
  }),
};

function silent(name: string, signature: string, check?: (machine: Machine, args: Bound) => void): PyValue {
  return fn(
    `warnings.${name}`,
    signature,
    (machine, args) => {
      check?.(machine, args);
      return none;
    },
    { unknowns: 'accept' },
  );
}

/** What stops the settings since Python 3.13 with an error of its own, before by an assertion. */
function refuse(machine: Machine, type: string, words: string | PyValue): void {
  if (machine.python) machine.raise(pythonAtLeast(machine, 13) ? type : 'AssertionError', words);
}

const isOdd = (value: PyValue | undefined, kind: PyValue['kind']) =>
  value !== undefined && ![kind, 'unknown', 'choice', 'instance'].includes(value.kind);

function checkAction(machine: Machine, action: PyValue): void {
  if (machine.doubt(action) || !machine.python) return;
  const text = textOf(action) ?? '';
  // 3.14 takes it for `always`.
  if (actions.includes(text) || (text === 'all' && pythonAtLeast(machine, 14))) return;
  // It is looked for in a set, where a set counts as a frozen one.
  if (pythonAtLeast(machine, 13) && action.kind !== 'set') machine.call(machine.builtin('hash'), [action]);
  const shown = machine.repr(action);
  refuse(machine, 'ValueError', shown.kind === 'str' ? `invalid action: ${shown.value}` : shown);
}

function checkSimple(machine: Machine, args: Bound): void {
  checkAction(machine, args.get('action'));
  checkLine(machine, args.optional('lineno'));
  noteErrors(machine, args.get('action'));
  // It is looked at by the warnings that come after.
  const category = args.optional('category');
  if (category && !isWarning(category)) errors(machine).some = true;
}

function checkFilter(machine: Machine, args: Bound): void {
  checkAction(machine, args.get('action'));
  const [message, category, module] = ['message', 'category', 'module'].map((name) => args.optional(name));
  if (isOdd(message, 'str')) refuse(machine, 'TypeError', 'message must be a string');
  if (category && !isWarning(category) && !machine.doubt(category)) {
    const isOld = !pythonAtLeast(machine, 13) && category.kind !== 'class';
    refuse(machine, 'TypeError', isOld ? 'category must be a class' : 'category must be a Warning subclass');
  }
  if (isOdd(module, 'str')) refuse(machine, 'TypeError', 'module must be a string');
  checkLine(machine, args.optional('lineno'));
  for (const pattern of [message, module])
    if (pattern?.kind === 'str' && pattern.value !== '') machine.call(machine.from('re', 'compile'), [pattern]);
  noteErrors(machine, args.get('action'));
}

function checkLine(machine: Machine, line: PyValue | undefined): void {
  const words = 'lineno must be an int >= 0';
  if (isOdd(line, 'int') && line?.kind !== 'bool')
    refuse(machine, 'TypeError', pythonAtLeast(machine, 13) ? 'lineno must be an int' : words);
  if (line?.kind === 'int' && line.value < 0n) refuse(machine, 'ValueError', words);
}

/** Whether some warnings are made errors. */
const errors = (machine: Machine) => machine.once('warnings.errors', () => ({ some: false }));

function noteErrors(machine: Machine, action: PyValue): void {
  if (action.kind !== 'str' || action.value === 'error') errors(machine).some = true;
}

function isWarning(category: PyValue): boolean {
  return (
    category.kind === 'class' &&
    category.mro.some(({ name, module, open }) => open || (module === 'builtins' && name === 'Warning'))
  );
}

/** `with catch_warnings(record=True) as caught:` */
function catchWarnings(machine: Machine): PyValue {
  const options = pythonAtLeast(machine, 11) || !machine.python ? ', action=, category=, lineno=, append=' : '';
  return nativeClass(machine, {
    name: 'catch_warnings',
    module: 'warnings',
    members: {
      __init__: method(
        'warnings.catch_warnings.__init__',
        `(self, *, record=, module=${options})`,
        (m, args) => {
          const action = options === '' ? undefined : args.some('action');
          if (action) errors(m).some = true;
          m.setAttribute(args.get('self'), '_record', args.optional('record') ?? bool(false));
          return none;
        },
        { unknowns: 'accept' },
      ),
      __enter__: method('warnings.catch_warnings.__enter__', '(self)', (m, args) =>
        m.truth(m.getAttribute(args.get('self'), '_record')) === 'no'
          ? none
          : m.unknown('the warnings that were caught are not followed'),
      ),
      __exit__: method('warnings.catch_warnings.__exit__', '(self, *exc_info)', () => none, { unknowns: 'accept' }),
    },
  });
}

function checkCategory(machine: Machine, args: Bound): void {
  const category = args.some('category');
  if (!category || machine.doubt(category)) return;
  if (isWarning(category)) return;
  machine.raise('TypeError', `category must be a Warning subclass, not '${machine.typeName(category)}'`);
}
