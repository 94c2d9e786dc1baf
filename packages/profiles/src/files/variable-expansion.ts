/** `$NAME` and `${NAME:-default}` as shells, Compose and Dockerfiles expand them. */

/** A text after expansion, and what it could not know. */
export interface Expanded {
  /** `undefined` where the text depends on a variable whose value is not known. */
  readonly text: string | undefined;
  /** The names it asked for, in order. */
  readonly names: readonly string[];
  /** Names without a value and without a default: they expand to nothing. */
  readonly empty: readonly string[];
  /** Names that stop the program when they have no value (`${NAME:?}`). */
  readonly required: readonly string[];
}

/** A variable's value: a string, `null` where it certainly is not set, `undefined` where that is not known. */
export type Lookup = (name: string) => string | null | undefined;

const maximumDepth = 8;

/** Expand a text. `$$` stands for `$`, as in Compose, when `doubled` says so. */
export function expandVariables(
  text: string,
  lookup: Lookup,
  how: { readonly doubled?: boolean } = {},
  depth = 0,
): Expanded {
  const names: string[] = [];
  const empty: string[] = [];
  const required: string[] = [];
  let result = '';
  let known = true;
  const pattern = /\$\$|\$([A-Za-z_]\w*)|\$\{([A-Za-z_]\w*)/g;
  let from = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    result += text.slice(from, match.index);
    from = match.index + match[0].length;
    if (match[0] === '$$') {
      result += how.doubled ? '$' : '$$';
      continue;
    }
    const name = match[1] ?? match[2] ?? '';
    names.push(name);
    const value = lookup(name);
    let replacement: string | undefined = value ?? undefined;
    if (match[2] !== undefined) {
      const end = closingBrace(text, from);
      const modifier = /^(:?[-?+])([\s\S]*)$/.exec(text.slice(from, end));
      from = Math.min(text.length, end + 1);
      if (modifier) {
        const sign = modifier[1] ?? '';
        const unset = value === null || (value === '' && sign.startsWith(':'));
        const inner = (): string | undefined => {
          if (depth >= maximumDepth) return undefined;
          const expanded = expandVariables(modifier[2] ?? '', lookup, how, depth + 1);
          names.push(...expanded.names);
          return expanded.text;
        };
        if (sign.endsWith('?')) required.push(name);
        // A variable that may be set leaves its default open: the text is known only when nothing could set it.
        if (sign.endsWith('-')) replacement = unset ? inner() : (value ?? undefined);
        if (sign.endsWith('+')) replacement = value === undefined ? undefined : unset ? '' : inner();
        if (sign.endsWith('?') && unset) known = false;
      } else if (value === null) {
        empty.push(name);
        replacement = '';
      }
    } else if (value === null) {
      empty.push(name);
      replacement = '';
    }
    if (replacement === undefined) known = false;
    else result += replacement;
    pattern.lastIndex = from;
  }
  result += text.slice(from);
  return { text: known ? result : undefined, names, empty, required };
}

/** The default that a lone `${NAME:-default}` gives, as written. */
export function defaultOf(text: string): string | undefined {
  return /^\$\{[A-Za-z_]\w*:?-([^${}]*)\}$/.exec(text)?.[1];
}

/** The variable that a lone `${NAME}`, `${NAME:-default}` or `$NAME` asks for. */
export function variableOf(text: string): string | undefined {
  const match = /^\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?::?[-?][^${}]*)?\})$/.exec(text);
  return match?.[1] ?? match?.[2];
}

function closingBrace(text: string, from: number): number {
  let depth = 1;
  for (let index = from; index < text.length; index += 1) {
    if (text[index] === '{' && text[index - 1] === '$') depth += 1;
    if (text[index] === '}') depth -= 1;
    if (depth === 0) return index;
  }
  return text.length;
}
