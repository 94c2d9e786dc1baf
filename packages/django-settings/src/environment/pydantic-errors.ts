/** What pydantic raises: its errors of validation in its own words, as far as the release is known, and those of settings. */
import { encodeUtf8 } from '../evaluate/library/utf8.js';
import { type Machine, method, nativeClass, textOf } from '../evaluate/native.js';
import { none, type PyClass, type PyValue, str, stringKey, tuple } from '../evaluate/value.js';
import { versionOf } from './surroundings.js';

/** One thing that is wrong with what a model is made of. */
export interface Problem {
  readonly at: readonly (string | number)[];
  /** pydantic's own name of the problem, such as `missing`. */
  readonly type: string;
  /** `undefined` where it is not modelled how pydantic puts it. */
  readonly words: string | undefined;
  readonly input: PyValue;
}

/** The class of that name: `ValidationError`, `SettingsError`, `PydanticUserError` or `PydanticImportError`. */
export function pydanticError(machine: Machine, name: keyof typeof PLACES): PyClass {
  const [module, base] = PLACES[name];
  const told = method(
    `${module}.${name}.__str__`,
    '(self)',
    (m, args) => {
      const self = args.get('self');
      const message = self.kind === 'instance' ? self.attributes.entries.get(stringKey('\0words'))?.value : undefined;
      return message ?? m.unknown('the words of the error are not modelled', { type: 'str', truth: true });
    },
    { unknowns: 'accept' },
  );
  const init = method(
    `${module}.${name}.__init__`,
    '(self, message=, **extra)',
    (m, args) => {
      const self = args.get('self');
      if (self.kind !== 'instance') return none;
      m.touch(self.attributes);
      const message = args.optional('message') ?? str('');
      const kept = { args: tuple(name === 'ValidationError' ? [] : [message]), '\0words': message };
      for (const [key, value] of Object.entries(kept))
        self.attributes.entries.set(stringKey(key), { key: str(key), value });
      return none;
    },
    { unknowns: 'accept' },
  );
  return machine.once(`pydantic.${name}`, () =>
    nativeClass(machine, {
      name,
      module,
      base: machine.builtinClass(base),
      members: name === 'SettingsError' ? {} : { __init__: init, __str__: told, ...unmodelledMembers(machine, name) },
    }),
  );
}

const PLACES = {
  ValidationError: ['pydantic_core._pydantic_core', 'ValueError'],
  SettingsError: ['pydantic_settings.sources', 'ValueError'],
  PydanticUserError: ['pydantic.errors', 'RuntimeError'],
  PydanticImportError: ['pydantic.errors', 'ImportError'],
} as const;

function unmodelledMembers(machine: Machine, name: string): Readonly<Record<string, PyValue>> {
  const names = name === 'ValidationError' ? ['errors', 'error_count', 'json', 'title'] : ['code', 'message'];
  return Object.fromEntries(names.map((one) => [one, machine.unknown(`\`${name}.${one}\` is not modelled`)] as const));
}

/** `2.10` of pydantic, which its messages name; `undefined` where it is not known. */
function series(machine: Machine): string | undefined {
  return /^\d+\.\d+/u.exec(versionOf(machine, 'pydantic') ?? '')?.[0];
}

/** Raise what pydantic says of a wrong class. */
export function refuseClass(machine: Machine, words: string, code: string): never {
  const release = series(machine);
  const message =
    release === undefined
      ? machine.unknown(`${lead(words)}, which pydantic refuses`, { type: 'str', truth: true })
      : str(`${words}\n\nFor further information visit https://errors.pydantic.dev/${release}/u/${code}`);
  return machine.raise(pydanticError(machine, 'PydanticUserError'), message);
}

const lead = (words: string) => words.slice(0, 1).toLowerCase() + (words.split(/[.:]/u)[0] ?? '').slice(1);

/** The error of a model that cannot be made of what it is given. */
export function refuseValues(machine: Machine, title: string, problems: readonly Problem[]): never {
  return machine.raise(pydanticError(machine, 'ValidationError'), wording(machine, title, problems));
}

function wording(machine: Machine, title: string, problems: readonly Problem[]): PyValue {
  const release = series(machine);
  const count = `${problems.length} validation error${problems.length === 1 ? '' : 's'} for ${title}`;
  const parts = problems.map((problem) => told(machine, problem, release ?? ''));
  const short = problems.map(({ at, words, type }) => `${at.join('.')}: ${words ?? type}`).join('; ');
  if (release === undefined || parts.includes(undefined))
    return machine.unknown(`it says: ${count}: ${short}`, { type: 'str', truth: true });
  return str([count, ...parts].join('\n'));
}

function told(machine: Machine, { at, type, words, input }: Problem, release: string): string | undefined {
  const shown = repr(machine, input);
  if (words === undefined || shown === undefined) return undefined;
  const place = at.length > 0 ? `${at.join('.')}\n` : '';
  const name = input.kind === 'instance' ? input.cls.name : machine.typeName(input);
  const about = `[type=${type}, input_value=${shown}, input_type=${name}]`;
  return `${place}  ${words} ${about}\n    For further information visit https://errors.pydantic.dev/${release}/v/${type}`;
}

/** Long values are shown by their ends, counted in bytes. */
function repr(machine: Machine, value: PyValue): string | undefined {
  const text = textOf(machine.repr(value));
  const length = text === undefined ? undefined : encodeUtf8(text)?.length;
  if (text === undefined || length === undefined || length <= 50) return text;
  return length === text.length ? `${text.slice(0, 25)}...${text.slice(-24)}` : undefined;
}
