/** `configparser.SectionProxy`: a section as an object, `config['database']`. */
import { type Bound, type Machine, method, property, textOf } from '../native.js';
import { bool, int, iterator, none, type PyClass, type PyInstance, type PyValue, str, tuple } from '../value.js';
import { abstractMeta } from './abc.js';
import { changing } from './configparser-changes.js';
import {
  find,
  hasOption,
  optionsOf,
  type ParserState,
  toBool,
  toFloat,
  toInt,
  valueOf,
} from './configparser-lookup.js';
import { mappingView } from './mapping-views.js';
import { partialClass } from './partial-class.js';

/** What a section object stands for. */
export interface SectionState {
  readonly parser: PyInstance;
  readonly section: string;
}

/** The class of sections. */
export function sectionClass(machine: Machine): PyClass {
  const on = (
    member: string,
    parameters: string,
    run: (m: Machine, state: ParserState, section: string, args: Bound) => PyValue,
  ) =>
    method(`configparser.SectionProxy.${member}`, `(self${parameters})`, (m, args) => {
      const self = args.get('self');
      if (self.kind !== 'instance') return m.unknown('it is not a plain section');
      const { parser, section } = self.payload as SectionState;
      const state = parser.payload as ParserState;
      return state.unknown === undefined ? run(m, state, section, args) : m.unknown(state.unknown);
    });
  const typed = (member: string, convert: ((m: Machine, text: string) => PyValue) | undefined) =>
    on(member, ', option, fallback=, **extra', (m, state, section, args) => {
      const option = textOf(args.get('option'));
      if (option === undefined) return m.unknown('the option is not a str');
      const value = find(m, state, section, option, args.optional('fallback') ?? none, undefined);
      return value.kind === 'str' && convert && hasOption(state, section, option) ? convert(m, value.value) : value;
    });
  return partialClass(machine, {
    name: 'SectionProxy',
    module: 'configparser',
    metaclass: abstractMeta(machine),
    members: {
      ...changing('SectionProxy', ['__setitem__', '__delitem__', 'update', 'pop', 'setdefault'], (self) =>
        self.kind === 'instance' ? (self.payload as SectionState).parser : undefined,
      ),
      get: typed('get', undefined),
      getint: typed('getint', toInt),
      getfloat: typed('getfloat', toFloat),
      getboolean: typed('getboolean', toBool),
      __getitem__: on('__getitem__', ', key', (m, state, section, args) => {
        const option = textOf(args.get('key'));
        if (option === undefined) return m.unmodelled('an option that is no text is not modelled');
        return optionsOf(state, section).has(option.toLowerCase())
          ? valueOf(m, state, section, option)
          : m.raise('KeyError', args.get('key'));
      }),
      __contains__: on('__contains__', ', key', (m, state, section, args) => {
        const key = textOf(args.get('key'));
        return key === undefined
          ? m.invoke(args.get('key'), 'lower')
          : bool(optionsOf(state, section).has(key.toLowerCase()));
      }),
      __iter__: on('__iter__', '', (_, state, section) =>
        iterator(
          'iterator',
          [...optionsOf(state, section)].map((option) => str(option)),
        ),
      ),
      name: property('configparser.SectionProxy.name', (m, self) =>
        self.kind === 'instance' ? str((self.payload as SectionState).section) : m.derive(self),
      ),
      __len__: on('__len__', '', (_, state, section) => int(optionsOf(state, section).size)),
      keys: on('keys', '', (m, state, section) =>
        mappingView(
          m,
          'KeysView',
          [...optionsOf(state, section)].map((option) => str(option)),
        ),
      ),
      items: on('items', '', (m, state, section) =>
        mappingView(
          m,
          'ItemsView',
          [...optionsOf(state, section)].map((option) => tuple([str(option), valueOf(m, state, section, option)])),
        ),
      ),
    },
  });
}
