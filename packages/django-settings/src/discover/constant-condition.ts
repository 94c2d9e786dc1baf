/** A condition that one constant of the project decides: `if base.DEBUG:` in manage.py, where base.py has `DEBUG = True`. */
import type { SourceFile } from '@django-golive/core';
import { parse } from '../syntax/parse.js';
import type { Expression } from '../syntax/tree.js';

/** What a name is bound to by an import: a module of the project, or a name of one. */
export interface ImportedName {
  readonly file: SourceFile;
  /** `undefined` for the module itself. */
  readonly name: string | undefined;
}

/** Whether a condition holds; `undefined` where more than a constant decides it. */
export function constantCondition(
  test: Expression,
  imports: ReadonlyMap<string, ImportedName>,
  names: ReadonlyMap<string, Expression>,
): boolean | undefined {
  if (test.kind === 'unary' && test.operator === 'not') {
    const inner = constantCondition(test.value, imports, names);
    return inner === undefined ? undefined : !inner;
  }
  if (test.kind === 'bool') return test.value;
  const [name, attribute] =
    test.kind === 'name'
      ? [test.name, undefined]
      : test.kind === 'attribute' && test.value.kind === 'name'
        ? [test.value.name, test.name]
        : [];
  if (name === undefined || names.has(name)) return undefined;
  const imported = imports.get(name);
  if (!imported || (attribute === undefined) === (imported.name === undefined)) return undefined;
  return constantIn(imported.file, attribute ?? imported.name ?? '');
}

/** The truth value that a module gives a name once, at its own level and nowhere else. */
function constantIn({ text }: SourceFile, name: string): boolean | undefined {
  const given = text.match(
    new RegExp(`(?<![\\w.])${name}\\s*(?::[^=\\n]+)?=(?!=)|\\b(?:import|as|for|global)\\b[^\\n]*\\b${name}\\b`, 'g'),
  );
  if (given?.length !== 1 || /^\s*from\s.*\simport\s+\(?\s*\*/m.test(text)) return undefined;
  for (const statement of parse(text).body) {
    if (statement.kind !== 'assign' || statement.value.kind !== 'bool') continue;
    if (statement.targets.some((target) => target.kind === 'name' && target.name === name))
      return statement.value.value;
  }
  return undefined;
}
