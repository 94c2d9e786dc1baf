/** `configparser`: INI files of the repository. */

import { dictOf } from '../keys.js';
import { type Bound, instance, type Machine, method, type NativeModule, textOf } from '../native.js';
import {
  bool,
  iterator,
  list,
  none,
  type PyArguments,
  type PyClass,
  type PyInstance,
  type PyValue,
  str,
  tuple,
} from '../value.js';
import { abstractMeta } from './abc.js';
import { changed, changing, refuseNoTexts, replaceState } from './configparser-changes.js';
import { errorClasses } from './configparser-errors.js';
import {
  defaultsOf,
  keyOf,
  lookup,
  lookupAs,
  noSection,
  optionsOf,
  type ParserState,
  toBool,
  toFloat,
  toInt,
  valueOf,
} from './configparser-lookup.js';
import { type SectionState, sectionClass } from './configparser-section.js';
import { writeIni } from './configparser-write.js';
import { type IniFile, type IniOptions, readIni } from './ini.js';
import { mappingView } from './mapping-views.js';
import { partialClass } from './partial-class.js';
import { fsPath } from './path-argument.js';
import { raisePython } from './plain-value.js';
import { noteFile, readProjectFile } from './project-files.js';

/** The module `configparser`. */
export const configparserModule: NativeModule = {
  standard: true,
  load(machine) {
    const errors = errorClasses(machine);
    const proxy = sectionClass(machine);
    const parser = (name: string, interpolation: IniOptions['interpolation']) =>
      parserClass(machine, name, interpolation, proxy);
    return {
      ...errors,
      RawConfigParser: parser('RawConfigParser', 'none'),
      ConfigParser: parser('ConfigParser', 'basic'),
      SafeConfigParser: parser('SafeConfigParser', 'basic'),
      SectionProxy: proxy,
      DEFAULTSECT: str('DEFAULT'),
    };
  },
};

/** The class whose code a member of a parser is. */
const ownerOf = (parser: string, member: string): string =>
  member === 'set' || member === 'add_section' ? parser : 'RawConfigParser';

/** Members that leave a parser as it is. */
const reading = /^(?:get|has_|sections|options|items|defaults|write|__)/u;

const EMPTY: IniFile = { sections: new Map(), defaults: new Map() };

function parserClass(
  machine: Machine,
  name: string,
  interpolation: IniOptions['interpolation'],
  proxy: PyClass,
): PyClass {
  const on = (
    member: string,
    parameters: string,
    run: (m: Machine, self: PyInstance, state: ParserState, args: Bound) => PyValue,
  ) =>
    method(
      `configparser.${ownerOf(name, member)}.${member}`,
      `(self${parameters})`,
      (m, args) => {
        const self = args.get('self');
        if (self.kind !== 'instance') return m.unknown('it is not a plain parser');
        const state = self.payload as ParserState;
        const changed = self.attributes.entries.has('optionxform') ? 'its `optionxform` was replaced' : state.unknown;
        if (changed !== undefined && member !== 'write' && !member.startsWith('read')) return m.unknown(changed);
        for (const name of ['section', 'option']) {
          const given = new RegExp(`\\b${name}\\b`, 'u').test(parameters) ? args.optional(name) : undefined;
          if (given && given.kind !== 'str' && !member.startsWith('add') && member !== 'set')
            return m.unknown(`${name === 'option' ? 'an option' : 'a section'} that is no text is not modelled`);
        }
        return run(m, self, member === 'write' ? { ...state, unknown: changed } : state, args);
      },
      { changes: !reading.test(member) },
    );
  const typed = (member: string, convert: (m: Machine, text: string) => PyValue) =>
    on(member, ', section, option, *, raw=, vars=, fallback=, **extra', (m, _, state, args) =>
      args.extra.size > 0
        ? m.unmodelled(`what \`${member}\` makes of these arguments is not modelled`)
        : lookupAs(m, state, args, convert),
    );
  const change = (member: string, parameters: string) =>
    on(member, parameters, (m, self, state, args) => {
      if (name !== 'RawConfigParser') refuseNoTexts(m, member, args);
      const [next, answer] = changed(m, state, member, args);
      replaceState(m, self, next);
      return answer;
    });
  const get = on('get', ', section, option, *, raw=, vars=, fallback=', (m, _, state, args) => lookup(m, state, args));
  return partialClass(machine, {
    name,
    module: 'configparser',
    metaclass: abstractMeta(machine),
    members: {
      // As every mapping.
      __hash__: none,
      read: on('read', ', filenames, encoding=', (m, self, state, args) =>
        readFiles(m, self, state, args.get('filenames')),
      ),
      read_string: on('read_string', ', string, source=', (m, self, state, args) =>
        readText(m, self, state, m.invoke(m.call(m.from('io', 'StringIO'), [args.get('string')]), 'read'), '<string>'),
      ),
      read_file: on('read_file', ', f, source=', (m, self, state, args) =>
        readText(m, self, state, m.invoke(args.get('f'), 'read'), nameOf(m, args)),
      ),
      set: change('set', ', section, option, value='),
      add_section: change('add_section', ', section'),
      remove_section: change('remove_section', ', section'),
      remove_option: change('remove_option', ', section, option'),
      ...changing(
        name,
        ['read_dict', 'popitem', 'clear', 'update', 'pop', 'setdefault', '__setitem__', '__delitem__', 'readfp'],
        (self) => (self.kind === 'instance' ? self : undefined),
      ),
      write: on('write', ', fp, space_around_delimiters=', (m, _, state, args) => writeIni(m, state, args)),
      get,
      getint: typed('getint', toInt),
      getfloat: typed('getfloat', toFloat),
      getboolean: typed('getboolean', toBool),
      sections: on('sections', '', (_, __, state) => list([...state.file.sections.keys()].map((title) => str(title)))),
      has_section: on('has_section', ', section', (_, __, state, args) =>
        bool(state.file.sections.has(textOf(args.get('section')) ?? '')),
      ),
      has_option: on('has_option', ', section, option', (_, __, state, args) => {
        const section = textOf(args.get('section')) ?? '';
        const there = section === '' || section === 'DEFAULT' || state.file.sections.has(section);
        return bool(there && optionsOf(state, section).has((textOf(args.get('option')) ?? '').toLowerCase()));
      }),
      options: on('options', ', section', (m, _, state, args) => {
        const section = textOf(args.get('section')) ?? '';
        if (!state.file.sections.has(section)) return noSection(m, section);
        return list([...optionsOf(state, section)].map((option) => str(option)));
      }),
      items: on('items', ', section=, raw=, vars=', (m, self, state, args) => {
        const section = textOf(args.optional('section'));
        if (args.some('raw') || args.some('vars'))
          return m.unmodelled('`items` with more than a section is not modelled');
        if (section === undefined)
          return mappingView(
            m,
            'ItemsView',
            ['DEFAULT', ...state.file.sections.keys()].map((title) =>
              tuple([str(title), instance(proxy, { parser: self, section: title })]),
            ),
          );
        if (section !== 'DEFAULT' && !state.file.sections.has(section)) return noSection(m, section);
        // Here, and nowhere else, the defaults come first.
        const options = new Set([...state.file.defaults.keys(), ...(state.file.sections.get(section)?.keys() ?? [])]);
        return list([...options].map((option) => tuple([str(option), valueOf(m, state, section, option)])));
      }),
      defaults: on('defaults', '', (_, __, state) =>
        dictOf([...state.file.defaults].map(([key, value]) => [str(key), value === null ? none : str(value)] as const)),
      ),
      __contains__: on('__contains__', ', key', (m, _, state, args) => {
        const section = keyOf(m, args.get('key'));
        return bool(section === 'DEFAULT' || state.file.sections.has(section));
      }),
      __iter__: on('__iter__', '', (_, __, state) =>
        iterator(
          'iterator',
          ['DEFAULT', ...state.file.sections.keys()].map((title) => str(title)),
        ),
      ),
      __getitem__: on('__getitem__', ', key', (m, self, state, args) => {
        const section = keyOf(m, args.get('key'));
        if (section !== 'DEFAULT' && !state.file.sections.has(section)) return m.raise('KeyError', args.get('key'));
        return instance(proxy, { parser: self, section } satisfies SectionState);
      }),
    },
    behaviour: {
      construct: (m, cls, args) => construct(m, cls, args, interpolation),
      spoiled: (self, { why }) => ({ ...(self.payload as ParserState), unknown: why }),
    },
  });
}

function construct(
  machine: Machine,
  cls: PyClass,
  args: PyArguments,
  interpolation: IniOptions['interpolation'],
): PyValue {
  const modelled = ['interpolation', 'allow_no_value', 'defaults'];
  const given = [...args.keywords].find(([name]) => !modelled.includes(name));
  const other = args.keywords.get('interpolation');
  const allow = args.keywords.get('allow_no_value');
  const first = args.positional[0] ?? args.keywords.get('defaults');
  // It goes through what is given, unless that is empty.
  if (first && first.kind !== 'dict' && machine.truth(first) === 'yes') machine.getAttribute(first, 'items');
  const defaults = defaultsOf(first);
  const unknown =
    given || args.positional.length > 1 || !defaults || (other && other.kind !== 'none')
      ? 'this way of making a parser is not modelled'
      : undefined;
  const options: IniOptions = {
    interpolation: other ? 'none' : interpolation,
    allowNoValue: allow !== undefined && machine.truth(allow) === 'yes',
  };
  return instance(cls, {
    file: { ...EMPTY, defaults: defaults ?? EMPTY.defaults },
    options,
    unknown,
  } satisfies ParserState);
}

/** What errors call the file that `read_file` was given. */
function nameOf(machine: Machine, args: Bound): string {
  const given = textOf(args.some('source')) ?? textOf(machine.findAttribute(args.get('f'), 'name'));
  return given ?? '<???>';
}

/** Read one more text; after an error what was read before it is not followed. */
function readMore(machine: Machine, self: PyInstance, state: ParserState, text: string, name: string): ParserState {
  try {
    return { ...state, file: raisePython(machine, () => readIni(text, name, state.options, state.file)) };
  } catch (error) {
    replaceState(machine, self, { ...state, unknown: 'a file that was read only in part is not modelled' });
    throw error;
  }
}

/** Files that are not there are passed over in silence, as Python does. */
function readFiles(machine: Machine, self: PyInstance, start: ParserState, value: PyValue): PyValue {
  const single =
    value.kind === 'str' || (value.kind === 'instance' && machine.findAttribute(value, '__fspath__') !== undefined);
  const read: PyValue[] = [];
  let state = start;
  for (const one of single ? [value] : machine.iterate(value)) {
    const byNumber = one.kind === 'int' || one.kind === 'bool';
    const path = byNumber ? machine.unknown('a file is opened by its number') : fsPath(machine, one);
    const file =
      path.kind === 'str' ? readProjectFile(machine, path.value) : { unknown: 'the name of the file is not known' };
    if ('text' in file) {
      noteFile(machine, file.path);
      const name = textOf(path) ?? '';
      state = readMore(machine, self, state, file.text, name);
      read.push(str(name));
    } else if ('unknown' in file) state = { ...state, unknown: file.unknown };
  }
  replaceState(machine, self, state);
  return state.unknown === undefined ? list(read) : machine.unknown(state.unknown, { type: 'list' });
}

function readText(machine: Machine, self: PyInstance, state: ParserState, value: PyValue, source: string): PyValue {
  const text = textOf(value);
  const next =
    text === undefined
      ? { ...state, unknown: 'the text of the file is not known' }
      : readMore(machine, self, state, text, source);
  replaceState(machine, self, next);
  return none;
}
