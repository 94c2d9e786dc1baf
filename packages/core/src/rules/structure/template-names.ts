/** Templates that are asked for in a spelling that no template has. */
import { literalOf, type Templates } from '../../facts/templates.js';
import type { Location, Project, Span } from '../../source.js';

/** A name that only a file system without case would find. */
export interface Misspelling {
  readonly at: Location;
  readonly name: string;
  /** The template that was meant. */
  readonly path: string;
}

/** How code asks for a template: by a function, or as an attribute of a view. */
const inCode =
  /\b(?:(?:render|render_to_string|render_to_response|get_template|TemplateResponse)\(\s*(?:[\w.]{1,100}\s*,\s*)?|template_name\s*=\s*)(['"])([^'"\n]{1,300})\1/g;

/** A view of a list falls back on the name that its model gives, which may be the same in small letters. */
const modelsOwn = /^template_name.*_list\.html.$/;

/** The names, in templates and in Python files, that differ from a template of the project in case alone. */
export function* templateNames(
  project: Project,
  templates: Templates,
  code: readonly { readonly path: string }[],
): Iterable<Misspelling> {
  const folded = new Map<string, string>();
  for (const { path, names } of templates.files)
    for (const name of names) if (!folded.has(name.toLowerCase())) folded.set(name.toLowerCase(), path);
  const told = (path: string, span: Span, name: string | undefined): readonly Misspelling[] => {
    const file = project.file(path);
    if (!file || name === undefined || name.startsWith('.') || templates.get(name)) return [];
    const meant = folded.get(name.toLowerCase());
    return meant === undefined ? [] : [{ at: file.at(span), name, path: meant }];
  };
  if (folded.size === 0) return;
  for (const { path, tags } of templates.files)
    for (const { name, words, span } of tags)
      if (name === 'extends' || name === 'include') yield* told(path, span, literalOf(words[0]));
  for (const { path } of code)
    for (const match of (project.file(path)?.text ?? '').matchAll(inCode))
      if (!modelsOwn.test(match[0]))
        yield* told(path, { start: match.index, end: match.index + match[0].length }, match[2]);
}
