/** What every modelled function does when it is called: it binds its arguments and deals with those that are not known. */
import { problemOfArguments } from './c-arguments.js';
import { lift } from './lifting.js';
import type { Handling, Implementation, NativeCall } from './native.js';
import { bindArguments, type Parameter, parseSignature } from './signature.js';
import type { PyArguments, PyNative } from './value.js';

/** See `fn` and `method`. */
export function native(
  qualname: string,
  signature: string,
  run: Implementation,
  handling: Handling,
  asMethod: boolean,
): PyNative {
  const name = qualname.slice(qualname.lastIndexOf('.') + 1);
  let parameters: readonly Parameter[] | undefined;
  const call: NativeCall = (machine, args) => {
    parameters ??= parseSignature(signature);
    if (args.open) return machine.derive(args.open, handling.gives);
    const receives = asMethod || parameters[0]?.name === 'cls';
    if (handling.written === 'C' && asMethod && args.positional.length === 0)
      return machine.raise('TypeError', `unbound method ${qualname}() needs an argument`);
    if (handling.written === 'C' && !(receives && args.positional.length === 0)) {
      const [own, given] = receives ? [parameters.slice(1), withoutFirst(args)] : [parameters, args];
      const problem = problemOfArguments(qualname, own, given, machine.python);
      if (problem !== undefined) return machine.raise('TypeError', problem);
    }
    const bound = bindArguments(calledName(qualname), parameters, args, (message) =>
      machine.raise('TypeError', message),
    );
    return handling.unknowns === 'accept' ? run(machine, bound) : lift(machine, bound, run, handling.gives);
  };
  return { kind: 'native', name, qualname, call, method: asMethod };
}

function withoutFirst(args: PyArguments): PyArguments {
  return { ...args, positional: args.positional.slice(1) };
}

/** What an error calls it: a method of a class written in Python by its class too, as all of those have an upper-case name. */
function calledName(qualname: string): string {
  return /(?:^|\.)([A-Z]\w*\.\w+)$/u.exec(qualname)?.[1] ?? qualname.slice(qualname.lastIndexOf('.') + 1);
}
