/** What every modelled function does when it is called: it binds its arguments and deals with those that are not known. */
import { lift } from './lifting.js';
import type { Handling, Implementation, NativeCall } from './native.js';
import { bindArguments, type Parameter, parseSignature } from './signature.js';
import type { PyNative } from './value.js';

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
    const bound = bindArguments(name, parameters, args, (message) => machine.raise('TypeError', message));
    return handling.unknowns === 'accept' ? run(machine, bound) : lift(machine, bound, run, handling.gives);
  };
  return { kind: 'native', name, qualname, call, method: asMethod };
}
