/** The variables that a project's sample environment files name: documented for whoever sets it up, on whatever target. */
import type { Project } from './source.js';

/** Sample files of other programs than the server. */
const elsewhere = /(^|\/)(node_modules|frontend|client|docs?|tests?)\//;
const sample = /(^|[._-])(example|sample|template|dist|tmpl|tpl|defaults?|skel)([._-]|$)/;
const otherFormat = /\.(py|md|rst|js|ts|tsx|ya?ml|json|html)$/;
/** `NAME=`, be it exported; a commented one is offered, and so documented, too. */
const line = /^[ \t]*(?:export[ \t]+)?([A-Za-z_]\w*)[ \t]*=|^[ \t]*#[ \t]*(?:export[ \t]+)?([A-Z_][A-Z0-9_]*)=/gm;

/** Names alone: what such a file gives as a value is an example. */
export function documentedNames(project: Project): ReadonlySet<string> {
  return new Set(sampleEnvironments(project).flatMap((path) => namesIn(project.file(path)?.text ?? '')));
}

/** The sample files themselves. */
export function sampleEnvironments(project: Project): readonly string[] {
  return project.paths.filter((path) => isSampleEnvironment(path) && !elsewhere.test(path));
}

/** The names that one of them sets, or offers in a comment. */
export function namesIn(text: string): readonly string[] {
  return [...text.matchAll(line)].map(([, set, offered]) => set ?? offered ?? '');
}

function isSampleEnvironment(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  return /env/.test(name) && sample.test(name) && !otherFormat.test(name);
}
