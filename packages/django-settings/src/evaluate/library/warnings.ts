/** `warnings`: calls that settings make without any effect on them, if CPython takes their arguments. */
import { pythonAtLeast } from '../../environment/surroundings.js';
import { type Bound, fn, type Machine, type NativeModule } from '../native.js';
import { quote } from '../text.js';
import { none, type PyValue } from '../value.js';

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
        checkCategory(m, args);
        return none;
      },
      { unknowns: 'accept', written: 'C' },
    ),
    filterwarnings: silent('filterwarnings', '(action, message=, category=, module=, lineno=, append=)', checkAction),
    simplefilter: silent('simplefilter', '(action, category=, lineno=, append=)', checkAction),
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

function checkAction(machine: Machine, args: Bound): void {
  const action = args.get('action');
  if (action.kind !== 'str' || actions.includes(action.value) || !machine.python) return;
  // 3.14 takes it for `always`.
  if (action.value === 'all' && pythonAtLeast(machine, 14)) return;
  const type = pythonAtLeast(machine, 13) ? 'ValueError' : 'AssertionError';
  machine.raise(type, `invalid action: ${quote(action.value)}`);
}

function checkCategory(machine: Machine, args: Bound): void {
  const category = args.some('category');
  if (!category || !['class', 'str', 'int', 'bool'].includes(category.kind)) return;
  const isWarning =
    category.kind === 'class' &&
    category.mro.some(({ name, module, open }) => open || (module === 'builtins' && name === 'Warning'));
  if (isWarning) return;
  machine.raise('TypeError', `category must be a Warning subclass, not '${machine.typeName(category)}'`);
}
