/** What runs in a template, with its places: Django's lexer (`django.template.base.Lexer`), and as much of Jinja2's. Linear in the text. */
import type { Template, TemplateTag, TemplateVariable } from '@django-golive/core';
import { splitWords } from './split-words.js';

/** The tags and variables of a template; tags such as `{% endif %}` are among them. */
export interface Tokens {
  readonly tags: readonly TemplateTag[];
  readonly variables: readonly TemplateVariable[];
}

/** What begins a part that is not read, whole. */
const rawIn = { django: /^verbatim(?: .*)?$/, jinja2: /^raw$/ } as const;
const closings: Readonly<Record<string, string>> = { '%': '%}', '{': '}}', '#': '#}' };

/** The tokens of a text, at most so many. Never throws. */
export function tokensOf(text: string, language: Template['language'], most: number): Tokens {
  const tags: TemplateTag[] = [];
  const variables: TemplateVariable[] = [];
  const next = { close: finder(text), line: lineEnd(text) };
  /** The content of the tag that ends a part which is not read: Django's `endverbatim special`, Jinja2's `endraw`. */
  let rawUntil: string | undefined;
  let commented = false;
  for (let at = text.indexOf('{'); at >= 0 && tags.length + variables.length < most; at = text.indexOf('{', at)) {
    const kind = text.charAt(at + 1);
    const close = closings[kind];
    const end = close === undefined ? -1 : next.close(close, at + 2);
    // Django's tags stand in one line, Jinja2's need not.
    if (close === undefined || end < 0 || (language === 'django' && end > next.line(at))) {
      at += 1;
      continue;
    }
    const content = inner(text.slice(at + 2, end), language);
    if (rawUntil !== undefined && language === 'jinja2' && content !== rawUntil) {
      at += 1;
      continue;
    }
    const span = { start: at, end: end + close.length };
    at = span.end;
    if (rawUntil !== undefined) {
      if (kind === '%' && content === rawUntil) rawUntil = undefined;
      continue;
    }
    if (kind === '{' && !commented) variables.push({ text: content, span });
    if (kind !== '%' || content === '') continue;
    const opens = rawIn[language].exec(content)?.[0];
    if (opens !== undefined) rawUntil = `end${opens}`;
    else if (commented) commented = content !== 'endcomment';
    else {
      const [name = '', ...words] = splitWords(content);
      if (name === 'comment' && language === 'django') commented = true;
      else tags.push({ name, words, span });
    }
  }
  return { tags, variables };
}

/** Jinja2 takes a sign at either end, for the blanks around. */
function inner(content: string, language: Template['language']): string {
  const isSign = (at: number): boolean => language === 'jinja2' && /[-+]/.test(content.charAt(at));
  return content.slice(isSign(0) ? 1 : 0, isSign(content.length - 1) ? -1 : undefined).trim();
}

/** Finds each closing mark from an offset on; offsets only grow, so that no part of the text is searched twice. */
function finder(text: string): (mark: string, from: number) => number {
  const found = new Map<string, number>();
  return (mark, from) => {
    let at = found.get(mark) ?? 0;
    if (at >= 0 && (at < from || !found.has(mark))) at = text.indexOf(mark, from);
    found.set(mark, at);
    return at;
  };
}

/** The end of the line that an offset stands in; offsets only grow. */
function lineEnd(text: string): (from: number) => number {
  let end = -1;
  return (from) => {
    if (end < from) {
      end = from;
      while (end < text.length && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) end += 1;
    }
    return end;
  };
}
