/** The templates that are asked for by name: by tags of other templates, and by views. */
import { literalOf, type Templates } from '../../facts/templates.js';
import type { Location, Project } from '../../source.js';

/** A name that is spelt out. */
export interface AskedTemplate {
  readonly name: string;
  readonly at: Location;
}

/** How code asks for one: by a function, or as an attribute of a view. */
const inCode =
  /\b(?:(?:render|render_to_string|render_to_response|get_template|TemplateResponse)\(\s*(?:[\w.]{1,100}\s*,\s*)?|template_name\s*=\s*)(['"])([^'"\n]{1,300})\1/g;
/** A view of a list falls back on the name that its model gives. */
const modelsOwn = /^template_name.*_list\.html.$/;

/** All of them, those of templates first; relative names are left out. */
export function askedTemplates(
  project: Project,
  templates: Templates,
  code: readonly { readonly path: string }[],
): readonly AskedTemplate[] {
  const found: AskedTemplate[] = [];
  for (const { path, tags } of templates.files)
    for (const { name, words, span } of tags) {
      const asked = name === 'extends' || name === 'include' ? literalOf(words[0]) : undefined;
      const at = project.file(path)?.at(span);
      if (asked !== undefined && at && !asked.startsWith('.')) found.push({ name: asked, at });
    }
  for (const { path } of code) {
    const file = project.file(path);
    for (const match of file?.text.matchAll(inCode) ?? []) {
      const { 0: whole, 2: name, index } = match;
      const line = file?.text.slice(file.text.lastIndexOf('\n', index) + 1, index) ?? '';
      if (file && name !== undefined && !modelsOwn.test(whole) && !line.includes('#'))
        found.push({ name, at: file.at({ start: index, end: index + whole.length }) });
    }
  }
  return found;
}
