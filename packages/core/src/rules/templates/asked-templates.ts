/** The templates that are asked for by name: by tags of other templates, and by views. */
import { defineFact } from '../../fact.js';
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { siteCode, sources } from '../../facts/sources.js';
import { literalOf, type Templates, templates } from '../../facts/templates.js';
import type { Location, Project } from '../../source.js';

/** A name that is spelt out. */
export interface AskedTemplate {
  readonly name: string;
  readonly at: Location;
}

const needs = { project, settings, sources, templates };

/** How code asks for one: by a function, or as an attribute of a view. */
const inCode =
  /\b(?:(?:render|render_to_string|render_to_response|get_template|TemplateResponse)\(\s*(?:[\w.]{1,100}\s*,\s*)?|template_name\s*=\s*)(['"])([^'"\n]{1,300})\1/g;
const words = ['render', 'get_template', 'TemplateResponse', 'template_name'];
/** A view of a list falls back on the name that its model gives. */
const modelsOwn = /^template_name.*_list\.html.$/;

/** All of them, those of templates first; relative names are left out. */
export const askedTemplates = defineFact<readonly AskedTemplate[], typeof needs>({
  id: 'asked-templates',
  needs,
  derive: ({ project, settings, sources, templates }) => [
    ...askedByTags(project, templates),
    ...siteCode(sources, settings).flatMap(({ path }) => askedInCode(project, path)),
  ],
});

function askedByTags(project: Project, templates: Templates): readonly AskedTemplate[] {
  return templates.files.flatMap(({ path, tags }) =>
    tags.flatMap(({ name, words, span }) => {
      const asked = name === 'extends' || name === 'include' ? literalOf(words[0]) : undefined;
      const at = asked === undefined || asked.startsWith('.') ? undefined : project.file(path)?.at(span);
      return asked === undefined || !at ? [] : [{ name: asked, at }];
    }),
  );
}

function askedInCode(project: Project, path: string): readonly AskedTemplate[] {
  const file = project.file(path);
  // Of most files a glance says that they ask for none.
  if (!words.some((word) => file?.text.includes(word))) return [];
  return [...(file?.text.matchAll(inCode) ?? [])].flatMap(({ 0: whole, 2: name, index }) => {
    const line = file?.text.slice(file.text.lastIndexOf('\n', index) + 1, index) ?? '';
    if (!file || name === undefined || modelsOwn.test(whole) || line.includes('#')) return [];
    return [{ name, at: file.at({ start: index, end: index + whole.length }) }];
  });
}
