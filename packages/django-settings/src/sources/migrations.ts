/** The migration files of an application, and what each waits for. */
import type { Migration, Project } from '@django-golive/core';
import { parse } from '../syntax/parse.js';
import type { Expression } from '../syntax/tree.js';

/** The migrations in a directory, by name; a file that defines no `Migration` is none, as Django has it. */
export function migrationsIn(project: Project, directory: string): readonly Migration[] {
  return project.paths.flatMap((path): readonly Migration[] => {
    if (!path.startsWith(`${directory}/`) || !path.endsWith('.py')) return [];
    const name = path.slice(directory.length + 1, -3);
    // Django skips names that begin so; what lies deeper is no migration.
    if (name.includes('/') || /^[_~]/.test(name)) return [];
    const file = project.file(path);
    // Of several with that name Python keeps the last.
    const start = [...(file?.text.matchAll(/^class Migration\b/gm) ?? [])].at(-1)?.index;
    if (!file || start === undefined) return [];
    const end = file.text.indexOf('\n', start);
    return [
      {
        name,
        at: file.at({ start, end: end < 0 ? file.text.length : end }),
        dependencies: pairs(attribute(file.text.slice(start), 'dependencies')),
        replaces: pairs(attribute(file.text.slice(start), 'replaces')) ?? [],
      },
    ];
  });
}

/** What a class attribute is set to. Only these lines are parsed: the operations of large projects are millions of characters. */
function attribute(text: string, name: string): Expression | undefined {
  const match = new RegExp(`^[ \\t]+${name}[ \\t]*=[ \\t]*`, 'm').exec(text);
  if (!match) return undefined;
  const from = match.index + match[0].length;
  const statement = parse(bracketed(text.slice(from))).body[0];
  return statement?.kind === 'expression' ? statement.value : { kind: 'ellipsis', start: 0, end: 0 };
}

/** A text up to the bracket that closes its first, or its first line; brackets in strings and comments do not count. */
function bracketed(text: string): string {
  let depth = 0;
  for (const { 0: piece, index } of text.matchAll(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|#[^\n]*|[[\](){}\n]/g)) {
    if ('[({'.includes(piece)) depth += 1;
    else if ('])}'.includes(piece)) depth -= 1;
    else if (piece !== '\n') continue;
    if (depth <= 0) return text.slice(0, index + 1);
  }
  return text;
}

/** `[('orders', '0001_initial'), migrations.swappable_dependency(…)]` as `orders.0001_initial`; none where code makes the list. */
function pairs(expression: Expression | undefined): readonly string[] | undefined {
  if (expression === undefined) return [];
  if (expression.kind !== 'list' && expression.kind !== 'tuple') return undefined;
  const found = expression.items.map((item) => {
    // What it waits for then lies in another application.
    if (item.kind === 'call') return [];
    const [label, name] = item.kind === 'tuple' || item.kind === 'list' ? item.items : [];
    return label?.kind === 'str' && name?.kind === 'str' ? [`${label.value}.${name.value}`] : undefined;
  });
  return found.every((one) => one !== undefined) ? found.flat() : undefined;
}
