/** Templates of server files (`shop.service.j2`): what their holes hold is not known, and stands as a variable that nobody gives. */
import { purposeOf, type SourceFile } from '@django-golive/core';

/** Those of configuration management. `.template` is filled in by the start of nginx's image, as a rule, and is no server's file. */
const ending = /\.(j2|jinja2?|erb)$/i;
const hole = /\{\{[^{}\n]*\}\}|<%=[^<>\n]*%>/g;

/** A path without the ending that says template. */
export function withoutTemplateEnding(path: string): string {
  return path.replace(ending, '');
}

/** The text with each hole as a variable of the same length, `${_user____}`; `undefined` where branches leave open which lines there are. */
export function filledText({ path, text }: Pick<SourceFile, 'path' | 'text'>): string | undefined {
  if (!ending.test(path)) return text;
  if (/\{%-?\s*(if|for|include|import|extends|block|macro)\b|<%(?!=)/.test(text)) return undefined;
  return text.replace(hole, (found) => `\${_${found.slice(2, -2).replace(/\W/g, '_').slice(1)}_}`);
}

/** Whether a value has a hole. */
export function hasHole(value: string): boolean {
  return /\$\{_\w*\}/.test(value);
}

/**
 * Whether a file of the server may be meant for production. Configuration management keeps what it fills in below
 * `roles/<role>/templates/`: there the directory says how the file is made, and not that it is a sample.
 */
export function isForServer(path: string): boolean {
  const said = withoutTemplateEnding(path) === path ? path : path.replace(/(^|\/)templates\//, '$1');
  return ['production', 'unsaid'].includes(purposeOf(withoutTemplateEnding(said)));
}
