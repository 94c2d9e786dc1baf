/** The fields of settings classes as they are written: each stands for a read of the environment. */
import type { ClassDefinition, Expression, Keyword, Statement } from '../syntax/tree.js';
import { dottedName } from './reads-in-syntax.js';

/** A field of a class of pydantic's, and the variable that it takes its value from. */
export interface WrittenField {
  readonly field: string;
  readonly variable: string;
  readonly default: Expression | undefined;
  readonly bool: boolean;
  /** The texts that its type lets in, where these are written. */
  readonly texts: readonly string[];
}

/** The fields of classes that come of `BaseSettings`, directly or through another class of these files. */
export function fieldsIn(statements: readonly Statement[]): readonly WrittenField[] {
  const classes = statements.filter((one): one is ClassDefinition => one.kind === 'class');
  // By the names of the classes, the prefixes of their variables.
  const settings = new Map([['BaseSettings', '']]);
  const found: ClassDefinition[] = [];
  // A class stands after its bases, save where modules are read in another order.
  for (let round = 0; round < 3; round++) {
    for (const one of classes) {
      const bases = one.bases.map((base) => dottedName(base)?.split('.').at(-1) ?? '');
      const base = bases.find((name) => settings.has(name));
      if (found.includes(one) || base === undefined) continue;
      settings.set(one.name, prefixOf(one) ?? settings.get(base) ?? '');
      found.push(one);
    }
  }
  return found.flatMap((one) =>
    one.body.flatMap((statement) => fieldIn(statement, settings.get(one.name) ?? '') ?? []),
  );
}

function fieldIn(statement: Statement, prefix: string): WrittenField | undefined {
  if (statement.kind !== 'annotated' || statement.target.kind !== 'name') return undefined;
  const { name } = statement.target;
  if (name.startsWith('_') || name === 'model_config') return undefined;
  const { annotation, value } = statement;
  const call = value?.kind === 'call' && /(?:^|\.)Field$/u.test(dottedName(value.callee) ?? '') ? value : undefined;
  const alias = textOf(call?.keywords, 'validation_alias') ?? textOf(call?.keywords, 'alias');
  const written = call ? (call.positional[0] ?? keyword(call.keywords, 'default')) : value;
  return {
    field: name,
    variable: alias ?? (prefix + name).toUpperCase(),
    default: written?.kind === 'ellipsis' ? undefined : written,
    bool: annotation.kind === 'name' && annotation.name === 'bool',
    texts: literalTexts(annotation),
  };
}

function keyword(keywords: readonly Keyword[], name: string): Expression | undefined {
  return keywords.find((one) => one.name === name)?.value;
}

function textOf(keywords: readonly Keyword[] | undefined, name: string): string | undefined {
  const value = keywords && keyword(keywords, name);
  return value?.kind === 'str' ? value.value : undefined;
}

/** `model_config = SettingsConfigDict(env_prefix='APP_')`, the same in a class `Config`, or as a keyword of the class. */
function prefixOf({ body, keywords }: ClassDefinition): string | undefined {
  const own = textOf(keywords, 'env_prefix');
  if (own !== undefined) return own;
  for (const statement of body) {
    if (statement.kind === 'assign' && statement.value.kind === 'call') {
      const text = textOf(statement.value.keywords, 'env_prefix');
      if (text !== undefined) return text;
    }
    if (statement.kind !== 'class' || statement.name !== 'Config') continue;
    for (const inner of statement.body) {
      const [target] = inner.kind === 'assign' ? inner.targets : [];
      if (
        inner.kind === 'assign' &&
        target?.kind === 'name' &&
        target.name === 'env_prefix' &&
        inner.value.kind === 'str'
      )
        return inner.value.value;
    }
  }
  return undefined;
}

function literalTexts(annotation: Expression): readonly string[] {
  if (annotation.kind !== 'subscript' || !/(?:^|\.)Literal$/u.test(dottedName(annotation.value) ?? '')) return [];
  const parts = annotation.index.kind === 'tuple' ? annotation.index.items : [annotation.index];
  return parts.flatMap((part) => (part.kind === 'str' ? [part.value] : []));
}
