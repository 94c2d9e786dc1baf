/** The project's own templates: those that the loaders of production find, with the tags that run in them. Presence is not use. */
import { declareFact } from '../fact.js';
import type { Span } from '../source.js';
import type { Truth } from './value.js';

/** `{% include 'shop/row.html' with only %}`. Those inside comments and `{% verbatim %}` are none; HTML's own comments hide nothing. */
export interface TemplateTag {
  /** Its first word: `include`. */
  readonly name: string;
  /** The words after it as written, quotes and all: `'shop/row.html'`, `with`, `only`. */
  readonly words: readonly string[];
  readonly span: Span;
}

/** What is written into the page: of `{{ order.total|floatformat }}`, `order.total|floatformat`. */
export interface TemplateVariable {
  readonly text: string;
  readonly span: Span;
}

/** A template of the project. */
export interface Template {
  readonly path: string;
  /** The names by which loaders find it: `shop/home.html`. More than one where a loader's directory lies in another one's. */
  readonly names: readonly string[];
  readonly language: 'django' | 'jinja2';
  /** Whether a loader looks in its directory; `maybe` where not all directories are known. */
  readonly loaded: Exclude<Truth, 'no'>;
  /** In order; read on first use. */
  readonly tags: readonly TemplateTag[];
  readonly variables: readonly TemplateVariable[];
}

/** All of them; what certainly no loader finds is left out. */
export interface Templates {
  /** Sorted by path. */
  readonly files: readonly Template[];
  /** The one that a name leads to, of several the first that a loader finds. A package may bring one of a name that the project lacks. */
  get(name: string): Template | undefined;
  /** Whether these are all of the project's: false where a loader, a directory or an application of the settings is not known. */
  readonly complete: boolean;
}

/** The project's own templates, for the production settings. */
export const templates = declareFact<Templates>('templates');

/** The text that a word spells out: of `'shop/row.html'`, `shop/row.html`. Of a variable or one with filters, `undefined`. */
export function literalOf(word: string | undefined): string | undefined {
  const quote = word?.charAt(0) ?? '';
  const inner = word?.slice(1, -1) ?? '';
  if (word === undefined || word.length < 2 || !/['"]/.test(quote) || !word.endsWith(quote)) return undefined;
  // Without what is escaped no quote is left, and no backslash that would take the last one.
  if (new RegExp(`[\\\\${quote}]`).test(inner.replace(/\\[\s\S]/g, ''))) return undefined;
  return inner.replaceAll(`\\${quote}`, quote).replaceAll('\\\\', '\\');
}

/** Whether it is a page that a visitor sees, as its name says: the text of a mail, a script or a list for machines is none. */
export function isPage({ names }: Template): boolean {
  return names.some((name) => /\.(html?|djhtml|jinja2?|j2)$/.test(name) && !/e?mails?[/_.-]|_e?mail/i.test(name));
}
