/** The classes a class is made of: those of the project with their code, those of packages by their names. */
import type { ClassDefinition, Statement } from '../syntax/tree.js';
import { type Definitions, dottedParts, nameOf, type OwnModule } from './definitions.js';

/** A class and everything it inherits from. */
export interface Ancestry {
  /** The project's own classes, itself first, in the order in which attributes are looked for. */
  readonly own: readonly { readonly module: OwnModule; readonly node: ClassDefinition }[];
  /** The dotted names of all ancestors in that order. */
  readonly names: readonly string[];
  /** Whether all its ancestors were found. */
  readonly complete: boolean;
}

/** Read what a class inherits from, left to right and depth first: near enough to Python's order for mixins. */
export function ancestryOf(definitions: Definitions, module: OwnModule, node: ClassDefinition): Ancestry {
  const own: { module: OwnModule; node: ClassDefinition }[] = [];
  const names: string[] = [];
  let complete = true;

  function visit(at: OwnModule, cls: ClassDefinition, depth: number): void {
    if (depth > 20 || own.some((seen) => seen.node === cls)) return;
    own.push({ module: at, node: cls });
    for (const base of cls.bases) {
      // `Generic[T]`, `Mixin[T]`
      const plain = base.kind === 'subscript' ? base.value : base;
      const found = definitions.of(at, plain);
      if (found?.kind === 'class') {
        names.push(nameOf(found));
        visit(found.module, found.node, depth + 1);
      } else if (found?.kind === 'foreign') names.push(found.name);
      else if (plain.kind !== 'name' || plain.name !== 'object') {
        complete = false;
        names.push(dottedParts(plain)?.join('.') ?? '?');
      }
    }
  }

  visit(module, node, 0);
  return { own, names, complete };
}

/** A method or attribute of a class: the first that its own code or its ancestors' in the project defines. */
export function memberOf(
  ancestry: Ancestry,
  name: string,
): { readonly module: OwnModule; readonly statement: Statement } | undefined {
  for (const { module, node } of ancestry.own) {
    const statement = node.body.findLast((one) => definesName(one, name));
    if (statement) return { module, statement };
  }
  return undefined;
}

function definesName(statement: Statement, name: string): boolean {
  switch (statement.kind) {
    case 'function':
    case 'class':
      return statement.name === name;
    case 'assign':
      return statement.targets.some((target) => target.kind === 'name' && target.name === name);
    case 'annotated':
      return statement.target.kind === 'name' && statement.target.name === name && statement.value !== undefined;
    default:
      return false;
  }
}
