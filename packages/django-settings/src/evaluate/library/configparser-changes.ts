/** What changes a `ConfigParser` in other ways than by reading a file: added, set and removed options. */
import { type Bound, type Machine, method, textOf } from '../native.js';
import { bool, none, type PyInstance, type PyValue } from '../value.js';
import { noSection, type ParserState } from './configparser-lookup.js';
import type { IniFile } from './ini.js';

/** Give a parser another state. */
export function replaceState(machine: Machine, self: PyInstance, state: ParserState): void {
  machine.touch(self);
  self.payload = state;
}

/** Members whose effect is not followed: after them nothing that the parser holds is known. */
export function changing(
  cls: string,
  names: readonly string[],
  parserOf: (self: PyValue) => PyInstance | undefined,
): Readonly<Record<string, PyValue>> {
  const member = (name: string) =>
    method(
      `configparser.${cls}.${name}`,
      '(self, *args, **extra)',
      (m, args) => {
        const parser = parserOf(args.get('self'));
        const why = `what \`${name}\` does to a parser is not modelled`;
        if (parser) replaceState(m, parser, { ...(parser.payload as ParserState), unknown: why });
        return m.unmodelled(why);
      },
      { unknowns: 'accept' },
    );
  return Object.fromEntries(names.map((name) => [name, member(name)]));
}

/** A `ConfigParser` takes texts alone, which a `RawConfigParser` does not look at. */
export function refuseNoTexts(machine: Machine, name: string, args: Bound): void {
  if (name === 'add_section') refuseNoText(machine, args.get('section'), 'section names must be strings');
  if (name !== 'set') return;
  refuseNoText(machine, args.get('option'), 'option keys must be strings');
  const given = args.some('value');
  if (given) refuseNoText(machine, given, 'option values must be strings');
}

function refuseNoText(machine: Machine, value: PyValue, words: string): void {
  if (textOf(value) === undefined && !machine.doubt(value)) machine.raise('TypeError', words);
}

/** `set`, `add_section`, `remove_section` and `remove_option` on what the parser holds. */
export function changed(machine: Machine, state: ParserState, name: string, args: Bound): [ParserState, PyValue] {
  const section = textOf(args.get('section'));
  const option = textOf(args.optional('option'))?.toLowerCase();
  if (section === undefined) return [{ ...state, unknown: 'the section is not a str' }, none];
  const { sections, defaults } = state.file;
  const there = sections.get(section);
  const put = (file: Partial<IniFile>): ParserState => ({ ...state, file: { ...state.file, ...file } });
  if (name === 'add_section') {
    if (there) {
      const message = `Section '${section}' already exists`;
      return machine.raise(machine.classFrom('configparser', 'DuplicateSectionError'), message);
    }
    if (section === 'DEFAULT') return machine.raise('ValueError', "Invalid section name: 'DEFAULT'");
    return [put({ sections: new Map([...sections, [section, new Map()]]) }), none];
  }
  if (name === 'remove_section') {
    return [
      put({ sections: new Map([...sections].filter(([title]) => title !== section)) }),
      bool(there !== undefined),
    ];
  }
  if (option === undefined) return [{ ...state, unknown: 'the option is not a str' }, none];
  const isDefault = section === '' || section === 'DEFAULT';
  const values = isDefault ? defaults : there;
  if (!values) return noSection(machine, section);
  const next = new Map(values);
  let answer: PyValue = none;
  if (name === 'remove_option') answer = bool(next.delete(option));
  else {
    const value = args.some('value');
    const text = textOf(value);
    if (value && text === undefined) {
      return [{ ...state, unknown: 'a value that was set is not known' }, none];
    }
    if (text && state.options.interpolation === 'basic' && /%(?!%|\()/u.test(text.replaceAll('%%', ''))) {
      const at = text.replaceAll('%%', '  ').search(/%(?!\()/u);
      machine.raise('ValueError', `invalid interpolation syntax in '${text}' at position ${at}`);
    }
    next.set(option, text ?? null);
  }
  return [put(isDefault ? { defaults: next } : { sections: new Map([...sections, [section, next]]) }), answer];
}
