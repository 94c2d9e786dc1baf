/** A Compose file that is a developer's: it starts the development server on the source as it lies there. */
import { type Project, purposeOf } from '@django-golive/core';
import { directoryOf, liesIn, resolvePath } from '../files/paths.js';
import type { Container } from './containers.js';

/** Whether all that serves the project is the development server, on a source that is mounted: each change shows at once. */
export function isWorkplace(containers: readonly Container[]): boolean {
  const serving = containers.filter(({ django, role }) => django && role === 'web');
  return serving.length > 0 && serving.every((one) => one.server?.server === 'runserver' && mountsSource(one));
}

/** Whether a container runs the source as it lies on the machine. */
export function mountsSource(container: Container): boolean {
  const { service, directory } = container;
  const site = siteOf(container);
  return (service?.mounts ?? []).some(
    ({ kind, path, target }) =>
      kind === 'bind' &&
      path !== undefined &&
      (path === '' ||
        path === '.' ||
        directory === path ||
        directory?.startsWith(`${path}/`) === true ||
        (site !== undefined && liesIn(site, target))),
  );
}

/** Where the `manage.py` lies in the container that starts the development server: `python src/manage.py` is started beside the source. */
function siteOf({ main, server, service, image }: Container): string | undefined {
  const workdir = service?.workdir ?? image?.workdir;
  const path = main?.invocation.word.text;
  if (server?.server !== 'runserver' || workdir === undefined || !path?.endsWith('manage.py')) return undefined;
  return resolvePath(resolvePath(workdir, main?.invocation.directory ?? ''), directoryOf(path));
}

/** Files of a way of deployment that starts no Compose file. */
const other =
  /(^|\/)(appspec\.ya?ml(\.\w+)?|Procfile|fly\.toml|render\.yaml|railway\.(json|toml)|zappa_settings\.\w+|app\.yaml|Dockerrun\.aws\.json|[\w@-]+\.service(\.j2)?)$|(^|\/)(\.ebextensions|helm|charts|k8s|kubernetes)\//;
const starts = /docker[- ]compose\b[^\n]*\bup\b/i;

/** Whether the repository says that production starts something else: by the files of another way, or by the words around `docker compose up`. */
export function isStartedElsewhere(project: Project): boolean {
  if (project.paths.some((path) => other.test(path) && purposeOf(path) !== 'other')) return true;
  return isHeadedForLocalUse(project);
}

/** Whether a README or its like starts Compose under headings of local use alone. */
export function isHeadedForLocalUse(project: Project): boolean {
  return project.paths
    .filter((path) => /^(docs\/)?(README|CONTRIBUTING|DEVELOPMENT|INSTALL)(\.\w+)?$/i.test(path))
    .some((path) => isForLocalUse(project.file(path)?.text ?? ''));
}

/** Every section that starts it is headed with local use. A heading: `## Title`, or a title over a line. */
function isForLocalUse(text: string): boolean {
  const sections = text.split(/^(?=#{1,6} |[^\n]+\n[=\-~^]{3,}[ \t]*$)/m).filter((section) => starts.test(section));
  return (
    sections.length > 0 &&
    sections.every((section) =>
      /\blocal(ly)?\b|\bdevelop(ing|ment|ers?)?\b/i.test(section.slice(0, section.indexOf('\n'))),
    )
  );
}
