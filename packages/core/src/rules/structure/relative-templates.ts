/** What it costs that a directory of templates is looked for where the server starts: which pages are found without it. */
import type { Apps } from '../../facts/apps.js';
import type { Deployment } from '../../facts/deployment.js';
import type { Settings } from '../../facts/settings.js';
import { isPage, literalOf, type Template, type Templates } from '../../facts/templates.js';
import type { Value } from '../../facts/value.js';
import { itemsOf, lookup, stringOf } from '../../facts/value-reading.js';
import type { Severity } from '../../rule.js';
import type { Project } from '../../source.js';
import { directoryMeant } from './relative-directory.js';

interface Facts {
  readonly apps: Apps;
  readonly deployment: Deployment;
  readonly project: Project;
  readonly settings: Settings;
  readonly templates: Templates;
}

/** How bad it is where that is not the rule's own measure, with what happens. */
export function harmOfTemplates(
  { apps, deployment, project, settings, templates }: Facts,
  path: string,
): { readonly severity?: Severity; readonly risk?: string } {
  const directory = directoryMeant(project, settings, path);
  if (directory === undefined) return {};
  if (isOfApplication(apps, settings, directory, path))
    return {
      severity: 'low',
      risk: 'Nothing breaks: `APP_DIRS` finds the same templates through their application. Whoever moves or renames that will look here in vain.',
    };
  if (!deployment.startsElsewhere || changesDirectory(project, settings)) return {};
  const pages = templates.files.filter((file) => file.loaded === 'yes' && file.language === 'django' && isPage(file));
  const lost = pages.filter((page) => needs(templates, page, directory));
  if (lost.length === 0) return {};
  return {
    severity: 2 * lost.length > pages.length ? 'critical' : 'high',
    risk: `mod_wsgi does not start in the project: ${lost.length} of ${pages.length} pages stop with TemplateDoesNotExist, a 500, though \`runserver\` shows them.`,
  };
}

/** Whether an engine finds what lies there through an installed application as well. */
const isOfApplication = (apps: Apps, settings: Settings, directory: string, path: string): boolean =>
  apps.own.some((app) => directory === `${app.directory === '' ? '' : `${app.directory}/`}templates`) &&
  itemsOf(settings.get('TEMPLATES').value).every(
    (engine) => !itemsOf(lookup(engine, 'DIRS')).some((item) => stringOf(item) === path) || usesApplications(engine),
  );

/** Whether a page lies in a directory, or is built upon one that does. */
function needs(templates: Templates, page: Template, directory: string): boolean {
  const seen = new Set<string>();
  for (let next: Template | undefined = page; next && !seen.has(next.path); ) {
    if (next.path.startsWith(`${directory}/`)) return true;
    seen.add(next.path);
    const name = literalOf(next.tags.find((tag) => tag.name === 'extends')?.words[0]);
    next = name === undefined ? undefined : templates.get(name);
  }
  return false;
}

/** Whether code that runs at the start may go to another directory: that of the settings, and the script beside them. */
const changesDirectory = (project: Project, settings: Settings): boolean =>
  [...settings.files, ...project.paths.filter((path) => /wsgi[^/]*\.py$/.test(path))].some((path) =>
    /\bchdir\(/.test(project.file(path)?.text ?? ''),
  );

function usesApplications(engine: Value): boolean {
  const value = lookup(engine, 'APP_DIRS');
  return value?.kind === 'bool' && value.value;
}
