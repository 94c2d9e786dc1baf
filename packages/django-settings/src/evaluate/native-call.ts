/** What every modelled function does when it is called: it binds its arguments and deals with those that are not known. */
import { type Words, wordsOf } from './argument-words.js';
import { problemOfArguments } from './c-arguments.js';
import { lift } from './lifting.js';
import type { Handling, Implementation, Machine, NativeCall } from './native.js';
import { isClassInPython } from './native-type.js';
import { bindArguments, type Parameter, parseSignature } from './signature.js';
import type { PyArguments, PyNative, PyValue } from './value.js';

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
  let words: Words | undefined;
  // A class is refused in the words of one of its methods, which a model that is a function does not have; a special method
  // in those of a slot, or not.
  const isOwn = /^__(?!init__|new__|call__)\w+__$/u.test(name) || isClassInPython({ qualname, method: asMethod });
  const call: NativeCall = (machine, args) => {
    parameters ??= parseSignature(signature);
    if (args.open) return callOpenly(machine, args, handling, asMethod);
    const receives = asMethod || parameters[0]?.name === 'cls';
    words ??= wordsOf(qualname, handling.written);
    if (handling.written === 'C' && asMethod && args.positional.length === 0)
      return machine.raise('TypeError', `unbound method ${qualname}() needs an argument`);
    if (words.are === 'C' && !(receives && args.positional.length === 0)) {
      const [own, given] = receives ? [parameters.slice(1), withoutFirst(args)] : [parameters, args];
      const problem = problemOfArguments(words.as, own, given, machine.python);
      if (problem !== undefined)
        return machine.raise('TypeError', wordedFor(machine, qualname, asMethod, args, problem));
    }
    const { are } = words;
    const bound = bindArguments(
      calledName(qualname),
      parameters,
      args,
      (message) => machine.raise('TypeError', are === 'Python' && !isOwn ? message : unknownWords(machine, qualname)),
      machine.python,
    );
    const [self] = args.positional;
    if (args.owner && self && machine.isInstance(self, args.owner) === 'no')
      return machine.unmodelled(`what \`${qualname}\` makes of another object is not modelled`);
    return handling.unknowns === 'accept' ? run(machine, bound) : lift(machine, bound, run, handling);
  };
  return { kind: 'native', name, qualname, call, method: asMethod };
}

/** A call with `*args` or `**kwargs` that are not known: what the method may have made of its receiver is not known either. */
function callOpenly(machine: Machine, args: PyArguments, handling: Handling, asMethod: boolean): PyValue {
  const unknown = machine.derive(args.open ?? machine.unknown('the arguments are not known'), handling.gives);
  const [self] = args.positional;
  if (!asMethod || !self) return unknown;
  if (handling.openly) return handling.openly(machine, args);
  machine.spoil(self, unknown);
  return unknown;
}

/** A message of which golive does not know how CPython puts it. */
function unknownWords(machine: Machine, qualname: string): PyValue {
  return machine.unknown(`how \`${qualname}()\` refuses these arguments is not modelled`, { type: 'str', truth: true });
}

/** A method says whose it is: of a subclass's object, or of one that it does not fit, it says something else. */
function wordedFor(
  machine: Machine,
  qualname: string,
  asMethod: boolean,
  args: PyArguments,
  problem: string,
): PyValue | string {
  const [self] = args.positional;
  const [owner = '', name = ''] = qualname.split('.');
  if (!asMethod || !self || machine.typeName(self).split('.').at(-1) === owner) return problem;
  const isOther = machine.builtin(owner).kind === 'unknown';
  if (isOther || machine.isInstance(self, machine.builtinClass(owner)) !== 'no') return unknownWords(machine, qualname);
  return `descriptor '${name}' for '${owner}' objects doesn't apply to a '${machine.typeName(self)}' object`;
}

function withoutFirst(args: PyArguments): PyArguments {
  return { ...args, positional: args.positional.slice(1) };
}

/** Its name without its module: a method with its class, as almost all classes of Python code have an upper-case name. */
export function calledName(qualname: string): string {
  if (qualname.includes('<locals>')) return qualname.replace(/^\w+\./u, '');
  return (
    /(?:^|\.)((?:[A-Z]\w*|error|catch_warnings|suppress|nullcontext|_RedirectStream|datetime|date)\.\w+)$/u.exec(
      qualname,
    )?.[1] ?? qualname.slice(qualname.lastIndexOf('.') + 1)
  );
}
