/** Reads a rule's page: its headings, and its fences as examples that can be run. */

/** One file of an example, with the marks in it. */
export interface ExampleFile {
  readonly path: string;
  readonly text: string;
}

/** A verdict that an example must give. */
export interface Mark {
  readonly kind: 'problem' | 'question' | 'strength';
  readonly message: string;
  readonly path: string;
  readonly line: number;
}

/** Consecutive fences of one section: a small project and what the rule must say of it. */
export interface Example {
  readonly section: string;
  /** The page's line at which it begins. */
  readonly line: number;
  readonly files: readonly ExampleFile[];
  readonly marks: readonly Mark[];
  readonly variables: Readonly<Record<string, string>>;
  readonly target: string | undefined;
  readonly django: string | undefined;
  readonly untracked: readonly string[];
}

/** A rule's page. */
export interface Page {
  readonly title: string;
  readonly headings: readonly string[];
  readonly examples: readonly Example[];
}

interface Fence {
  readonly line: number;
  readonly attributes: ReadonlyMap<string, string>;
  readonly text: string;
}

const mark =
  /(?:#|\/\/|--|<!--)\s*((?:(?:problem|question|strength):\s*[\w-]+(?:\s*,\s*[\w-]+)*\s*;?\s*)+)(?:-->)?\s*$/;

/** Fences with only blank lines between them are one example; any prose begins the next. */
export function readPage(markdown: string): Page {
  const lines = markdown.split('\n');
  const headings: string[] = [];
  const examples: Example[] = [];
  let title = '';
  let section = '';
  let group: Fence[] = [];
  const close = (): void => {
    if (group.some((fence) => fence.attributes.has('file'))) examples.push(exampleOf(section, group));
    group = [];
  };
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const fence = /^(`{3,})(\S*)\s*(.*)$/.exec(line);
    if (fence) {
      const start = index + 1;
      index += 1;
      const body: string[] = [];
      while (index < lines.length && lines[index] !== fence[1]) body.push(lines[index++] ?? '');
      group.push({ line: start, attributes: attributesOf(fence[3] ?? ''), text: `${body.join('\n')}\n` });
      continue;
    }
    if (line.trim() === '') continue;
    close();
    if (line.startsWith('# ')) title = line.slice(2).trim();
    if (line.startsWith('## ')) {
      section = line.slice(3).trim();
      headings.push(section);
    }
  }
  close();
  return { title, headings, examples };
}

function attributesOf(info: string): ReadonlyMap<string, string> {
  return new Map(
    info
      .split(/\s+/)
      .filter((word) => word !== '')
      .map((word) => {
        const sign = word.indexOf('=');
        return sign < 0 ? [word, ''] : [word.slice(0, sign), word.slice(sign + 1)];
      }),
  );
}

function exampleOf(section: string, fences: readonly Fence[]): Example {
  const files: ExampleFile[] = [];
  const marks: Mark[] = [];
  const untracked: string[] = [];
  const variables: Record<string, string> = {};
  let target: string | undefined;
  let django: string | undefined;
  for (const { attributes, text } of fences) {
    target ??= attributes.get('target');
    django ??= attributes.get('django');
    if (attributes.has('env')) {
      for (const line of text.split('\n').filter((row) => row.includes('='))) {
        variables[line.slice(0, line.indexOf('='))] = line.slice(line.indexOf('=') + 1);
      }
    }
    const path = attributes.get('file');
    if (path === undefined) continue;
    if (attributes.has('untracked')) untracked.push(path);
    files.push({ path, text });
    for (const kind of ['problem', 'question', 'strength'] as const) {
      for (const item of attributes.get(kind)?.split(',') ?? []) {
        const [message = '', line = '1'] = item.split(':');
        marks.push({ kind, message, path, line: Number(line) });
      }
    }
    for (const [index, line] of text.split('\n').entries()) {
      for (const clause of mark.exec(line)?.[1]?.split(';') ?? []) {
        const [kind, names = ''] = clause.split(':');
        for (const message of names
          .split(',')
          .map((name) => name.trim())
          .filter((name) => name !== '')) {
          marks.push({ kind: kind?.trim() as Mark['kind'], message, path, line: index + 1 });
        }
      }
    }
  }
  return { section, line: fences[0]?.line ?? 0, files, marks, variables, target, django, untracked };
}
