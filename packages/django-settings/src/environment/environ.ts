/** django-environ: the module, its `Env` class and the way it reads files into the environment. */

import { partialClass } from '../evaluate/library/partial-class.js';
import { encodeUtf8 } from '../evaluate/library/utf8.js';
import {
  type Bound,
  instance,
  type Machine,
  method,
  type NativeModule,
  nativeClass,
  textOf,
} from '../evaluate/native.js';
import { bool, bytes, type PyClass, type PyValue, pyFalse, pyTrue, record, str } from '../evaluate/value.js';
import { pathClass } from './environ-path.js';
import { readEnvMethod } from './environ-read-env.js';
import { urlReaders } from './environ-url-readers.js';
import { type Cast, getValue } from './environ-value.js';
import { readVariable } from './process.js';

/** The module `environ` (also importable as `environ.environ`). */
export const environModule: NativeModule = {
  standard: false,
  load(machine) {
    const env = envClass(machine, 'Env');
    return {
      Env: env,
      FileAwareEnv: nativeClass(machine, { name: 'FileAwareEnv', module: 'environ.environ', base: env, members: {} }),
      Path: pathClass(machine),
      ImproperlyConfigured: machine.from('django.core.exceptions', 'ImproperlyConfigured'),
    };
  },
};

function envClass(machine: Machine, name: string): PyClass {
  const accept = { unknowns: 'accept' } as const;
  const typed = (reader: string, cast: (machine: Machine, args: Bound) => PyValue | undefined, extra = '') =>
    method(
      `environ.Env.${reader}`,
      `(self, var${extra}, default=)`,
      (m, args) => {
        const read: Cast = { value: cast(m, args), name: reader };
        return getValue(m, args.get('self'), args.get('var'), read, args.optional('default'), false);
      },
      accept,
    );
  const inner = (m: Machine, args: Bound, container: 'list' | 'tuple'): PyValue => {
    const cast = args.some('cast');
    if (!cast) return m.builtin(container);
    return container === 'list'
      ? m.call(m.builtin('list'), [{ kind: 'tuple', items: [cast] }])
      : { kind: 'tuple', items: [cast] };
  };
  const call = method(
    'environ.Env.__call__',
    '(self, var, cast=, default=, parse_default=)',
    (m, args) => {
      const parse = args.optional('parse_default');
      const read: Cast = { value: args.some('cast'), name: undefined };
      return getValue(
        m,
        args.get('self'),
        args.get('var'),
        read,
        args.optional('default'),
        parse?.kind === 'bool' && parse.value,
      );
    },
    accept,
  );

  return partialClass(machine, {
    name,
    module: 'environ.environ',
    members: {
      __call__: call,
      get_value: call,
      __contains__: method('environ.Env.__contains__', '(self, var)', (m, args) => {
        const variable = textOf(args.get('var'));
        if (variable === undefined) return m.unknown('the name of the variable is not a str', { type: 'bool' });
        return readVariable(m, { name: variable, required: false }, 'presence', (found) => bool(found !== undefined));
      }),
      str: method(
        'environ.Env.str',
        '(self, var, default=, multiline=)',
        (m, args) => {
          const read: Cast = { value: m.builtin('str'), name: 'str' };
          const value = getValue(m, args.get('self'), args.get('var'), read, args.optional('default'), false);
          const multiline = args.optional('multiline');
          if (!multiline || m.truth(multiline) === 'no') return value;
          return m.each(value, (one) =>
            one.kind === 'str' ? str(one.value.replace(/(?:\\r)?\\n/gu, '\n')) : m.derive(one, { type: 'str' }),
          );
        },
        accept,
      ),
      bytes: method(
        'environ.Env.bytes',
        '(self, var, default=, encoding=)',
        (m, args) => {
          const read: Cast = { value: m.builtin('str'), name: 'bytes' };
          const value = getValue(m, args.get('self'), args.get('var'), read, args.optional('default'), false);
          return m.each(value, (one) => {
            if (one.kind !== 'str') return one.kind === 'unknown' ? m.derive(one) : one;
            const encoded = encodeUtf8(one.value);
            return encoded === undefined ? m.unknown('it cannot be encoded') : bytes(encoded);
          });
        },
        accept,
      ),
      bool: typed('bool', (m) => m.builtin('bool')),
      int: typed('int', (m) => m.builtin('int')),
      float: typed('float', (m) => m.builtin('float')),
      json: typed('json', (m) => m.from('json', 'loads')),
      list: typed('list', (m, args) => inner(m, args, 'list'), ', cast='),
      tuple: typed('tuple', (m, args) => inner(m, args, 'tuple'), ', cast='),
      dict: typed('dict', (m, args) => args.optional('cast') ?? m.builtin('dict'), ', cast='),
      ...urlReaders(),
      read_env: readEnvMethod(),
    },
    behaviour: {
      construct: (_, cls, args) =>
        instance(
          cls,
          undefined,
          record({ smart_cast: pyTrue, escape_proxy: pyFalse, prefix: str(''), scheme: record(args.keywords) }),
        ),
    },
  });
}
