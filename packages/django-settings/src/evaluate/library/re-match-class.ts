/** `re.Match`: what a match tells of its groups. */
import { indexOrNothing } from '../builtins/arguments.js';
import { dictOf } from '../keys.js';
import { type Bound, type Machine, method, property } from '../native.js';
import { int, none, type PyClass, type PyValue, str, tuple } from '../value.js';
import { partialClass } from './partial-class.js';
import type { Match } from './re-match.js';

export function createMatchClass(machine: Machine): PyClass {
  const on = (name: string, parameters: string, run: (m: Machine, match: Match, args: Bound) => PyValue) =>
    method(`re.Match.${name}`, `(self${parameters})`, (m, args) => {
      const self = args.get('self');
      return self.kind === 'instance' && self.payload ? run(m, self.payload as Match, args) : m.derive(self);
    });
  const shown = (found: { readonly text: string } | undefined, otherwise: PyValue = none) =>
    found ? str(found.text) : otherwise;
  return partialClass(machine, {
    name: 'Match',
    module: 're',
    members: {
      group: on('group', ', *keys', (m, match, args) => {
        if (args.rest.length < 2) return shown(group(m, match, args.rest[0]));
        return tuple(args.rest.map((key) => shown(group(m, match, key))));
      }),
      __getitem__: on('__getitem__', ', key', (m, match, args) => shown(group(m, match, args.get('key')))),
      groups: on('groups', ', default=', (_, match, args) =>
        tuple(match.groups.slice(1).map((one) => shown(one, args.optional('default')))),
      ),
      groupdict: on('groupdict', ', default=', (_, match, args) =>
        dictOf(
          match.names.flatMap((name, index): (readonly [PyValue, PyValue])[] =>
            name === undefined ? [] : [[str(name), shown(match.groups[index + 1], args.optional('default'))]],
          ),
        ),
      ),
      start: on('start', ', group=', (m, match, args) => int(group(m, match, args.optional('group'))?.start ?? -1)),
      end: on('end', ', group=', (m, match, args) => int(group(m, match, args.optional('group'))?.end ?? -1)),
      span: on('span', ', group=', (m, match, args) => {
        const found = group(m, match, args.optional('group'));
        return tuple([int(found?.start ?? -1), int(found?.end ?? -1)]);
      }),
      string: property('string', (m, self) =>
        self.kind === 'instance' ? str((self.payload as Match).subject) : m.derive(self),
      ),
    },
  });
}

/** The group of a number or a name; anything else is looked for among the names too. */
function group(machine: Machine, match: Match, key: PyValue | undefined): Match['groups'][number] {
  const index = key ? (indexOrNothing(machine, key) ?? named(machine, match, key)) : 0;
  return index < 0 || index >= match.groups.length ? machine.raise('IndexError', 'no such group') : match.groups[index];
}

function named(machine: Machine, match: Match, key: PyValue): number {
  if (match.names.some((name) => name !== undefined)) machine.call(machine.builtin('hash'), [key]);
  return key.kind === 'str' && match.names.includes(key.value) ? match.names.indexOf(key.value) + 1 : -1;
}
