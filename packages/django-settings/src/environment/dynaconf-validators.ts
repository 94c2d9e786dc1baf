/** dynaconf's validators: plain ones are followed, of the others it is not known whether they are content. */
import { fn, instance, type Machine, method, nativeClass, textOf } from '../evaluate/native.js';
import { none, type PyClass, type PyUnknown, type PyValue } from '../evaluate/value.js';
import type { Loaded } from './dynaconf-load.js';
import type { DynaconfOptions } from './dynaconf-options.js';
import { parseDefault } from './dynaconf-parse.js';
import { withSetting } from './dynaconf-reading.js';
import { setValue } from './dynaconf-store.js';

interface Rule {
  readonly names: readonly PyValue[];
  readonly keywords: ReadonlyMap<string, PyValue>;
}

/** The class `Validator`. */
export function validatorClass(machine: Machine): PyClass {
  const accept = { unknowns: 'accept' } as const;
  const cls: PyClass = nativeClass(machine, {
    name: 'Validator',
    module: 'dynaconf.validator',
    members: {
      __or__: method('Validator.__or__', '(self, other)', () => combined(), accept),
      __and__: method('Validator.__and__', '(self, other)', () => combined(), accept),
    },
    behaviour: {
      construct: (_, own, { positional, keywords }) => instance(own, { names: positional, keywords } satisfies Rule),
    },
  });
  const combined = () => instance(cls, undefined);
  return cls;
}

/** What `settings.validators` is: whatever is registered there, and whether it is content, is not followed. */
export function validatorList(machine: Machine): PyValue {
  const accept = { unknowns: 'accept' } as const;
  const cls = machine.once('dynaconf.ValidatorList', () =>
    nativeClass(machine, {
      name: 'ValidatorList',
      module: 'dynaconf.validator',
      members: Object.fromEntries(
        ['register', 'validate', 'validate_all', 'descriptions'].map((name) => [
          name,
          fn(
            `ValidatorList.${name}`,
            '(*args, **extra)',
            (m) => (name.startsWith('validate') ? refuse(m) : none),
            accept,
          ),
        ]),
      ),
    }),
  );
  return instance(cls, undefined);
}

function refuse(machine: Machine): PyValue {
  const why = machine.unknown('whether the validators of dynaconf are content is not followed');
  return machine.branch(
    'maybe',
    () => none,
    () => machine.raise(machine.classFrom('dynaconf', 'ValidationError'), why),
    why,
  );
}

/** Run the validators that the object was made with. */
export function validate(machine: Machine, loaded: Loaded, options: DynaconfOptions): void {
  const { validators } = options;
  if (!validators || machine.truth(validators) === 'no') return;
  const all = validators.kind === 'list' || validators.kind === 'tuple' ? validators.items : [validators];
  for (const one of all) {
    const rule = one.kind === 'instance' ? (one.payload as Rule | undefined) : undefined;
    if (!rule || !isPlain(rule) || loaded.store.open) leaveOpen(machine, loaded, rule);
    else for (const name of rule.names) follow(machine, loaded, options, textOf(name) ?? '', rule.keywords);
  }
}

/** Only whether the setting has to be there, and a default for it. */
function isPlain({ names, keywords }: Rule): boolean {
  if (names.some((name) => !/^(?!.*__)\w+$/u.test(textOf(name) ?? ''))) return false;
  return [...keywords].every(
    ([name, value]) =>
      (/^(?:must_exist|required)$/u.test(name) && (value.kind === 'bool' || value.kind === 'none')) ||
      (name === 'default' && /^(?:str|int|float|bool|none|list|dict)$/u.test(value.kind) && !machineless(value)) ||
      name === 'description',
  );
}

const machineless = (value: PyValue): boolean => 'options' in value && value.options !== undefined;

function leaveOpen(machine: Machine, { store }: Loaded, rule: Rule | undefined): void {
  if (!rule || rule.keywords.has('default') || rule.keywords.has('cast')) {
    const why: PyUnknown = machine.unknown('what the validators of dynaconf make of it is not followed');
    for (const name of rule?.names ?? [])
      store.values.set((textOf(name) ?? '').toUpperCase().split(/\.|__/u)[0] ?? '', why);
    if (!rule || rule.names.some((name) => textOf(name) === undefined)) store.open ??= why;
  }
  refuse(machine);
}

function follow(
  machine: Machine,
  loaded: Loaded,
  options: DynaconfOptions,
  name: string,
  keywords: ReadonlyMap<string, PyValue>,
): void {
  const must = keywords.get('must_exist') ?? keywords.get('required');
  const wanted = must?.kind === 'bool' ? must.value : undefined;
  const otherwise = keywords.get('default');
  const how = otherwise ? 'defaulted' : wanted === true ? 'required' : 'presence';
  withSetting(machine, loaded, options, name.toUpperCase(), { how, otherwise }, (value) => {
    if (!value && otherwise) setValue(machine, loaded.store, name, parseDefault(machine, otherwise));
    const there = value !== undefined || otherwise !== undefined;
    const error = there ? 'cannot exists' : 'is required';
    if (wanted === undefined || wanted === there || value?.kind === 'unknown') return none;
    const message = `${name} ${error} in env ${loaded.environment}`;
    return machine.raise(machine.classFrom('dynaconf', 'ValidationError'), message);
  });
}
