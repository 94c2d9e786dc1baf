/** `~` as Python follows it: `$HOME` where the environment gives it; whose home it is otherwise, only the host knows. */
import { peekVariable } from '../../environment/process.js';
import type { Machine } from '../native.js';
import type { PyValue } from '../value.js';

/** Run with a path whose `~` is followed; an unknown where that cannot be said. */
export function withHome(machine: Machine, path: string, run: (expanded: string) => PyValue): PyValue {
  if (!path.startsWith('~')) return run(path);
  const slash = path.indexOf('/');
  const user = path.slice(1, slash < 0 ? undefined : slash);
  const rest = slash < 0 ? '' : path.slice(slash);
  if (user !== '') return machine.unknown(`the home directory of \`${user}\` is a fact of the host`, { notNone: true });
  return peekVariable(machine, { name: 'HOME', required: false }, 'supplied', (home) => {
    if (home?.kind === 'unknown') return machine.derive(home, { notNone: true });
    if (!home) return machine.unknown("the server user's home directory is not known", { notNone: true });
    return run(home.value.replace(/\/+$/, '') + rest || '/');
  });
}
