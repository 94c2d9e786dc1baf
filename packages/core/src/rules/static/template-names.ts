/** How templates ask for static files: by names that the storage answers, or by an address that no storage changes. */
import type { Apps } from '../../facts/apps.js';
import type { Settings } from '../../facts/settings.js';
import { literalOf, type Templates } from '../../facts/templates.js';
import { stringsOf } from '../../facts/value-reading.js';
import type { Project } from '../../source.js';
import { type Collected, isThere } from './collected-files.js';

/** A static file that a template names, or the address before one. */
export interface TemplateName {
  readonly name: string;
  readonly path: string;
}

const byAddress = /^STATIC_URL\b/;
/** Jinja's call, and what Python hands to pages: the styles and scripts of forms, addresses in views. */
const inJinja = /\bstatic\(/;
const inPython = /^\s*class\s+Media\b|\bstatic\(\s*['"f](?!.*document_root)|staticfiles_storage/m;

/** `{% static image.path %}`: names of which the files are not known. */
export function namesFromVariables({ files }: Templates): readonly TemplateName[] {
  return files.flatMap(({ path, language, tags }) => {
    const words = (language === 'django' ? tags : []).flatMap(({ name, words }) =>
      name === 'static' && /^\w+(\.\w+)+$/.test(words[0] ?? '') ? (words[0] ?? []) : [],
    );
    return [...new Set(words)].map((name) => ({ name, path }));
  });
}

/** Whether some page asks the storage for a name, as far as templates and code show. */
export function asksForStatic(project: Project, templates: Templates): boolean {
  return (
    !templates.complete ||
    templates.files.some(
      ({ tags, variables }) =>
        tags.some(({ name }) => /static/i.test(name)) ||
        variables.some(({ text }) => byAddress.test(text) || inJinja.test(text)),
    ) ||
    project.paths.some((path) => path.endsWith('.py') && inPython.test(project.file(path)?.text ?? ''))
  );
}

/** Styles and scripts at `{{ STATIC_URL }}`. */
export function namesByAddress(project: Project, { files }: Templates): readonly TemplateName[] {
  return files.flatMap(({ path, variables }) =>
    variables.flatMap(({ text, span }) => {
      if (!byAddress.test(text)) return [];
      const name = /^[^\s"'{}<>?]+\.(css|js)\b/.exec(
        project.file(path)?.text.slice(span.end, span.end + 300) ?? '',
      )?.[0];
      return name === undefined ? [] : [{ name, path }];
    }),
  );
}

/** The names in `{% static %}` that no file of the repository answers, and no installed application seems to. */
export function absentNames(
  project: Project,
  settings: Settings,
  apps: Apps,
  { files }: Templates,
  collected: Collected,
): readonly TemplateName[] {
  const foreign = new Set(
    stringsOf(settings.get('INSTALLED_APPS').value)
      .filter((entry) => !apps.own.some((own) => own.entry === entry))
      .flatMap((entry) => entry.toLowerCase().split('.')),
  );
  const found = new Map<string, TemplateName>();
  for (const { path, language, tags } of files)
    for (const tag of language === 'django' ? tags : []) {
      const name = tag.name === 'static' ? literalOf(tag.words[0]) : undefined;
      if (name === undefined || name === '' || /[{}?#%]|\/$|^\//.test(name) || found.has(name)) continue;
      if (foreign.has(name.split('/')[0]?.toLowerCase() ?? '')) continue;
      if (!isThere(project, collected, name, undefined, undefined)) found.set(name, { name, path });
    }
  return [...found.values()];
}
