/** The files that set a site up or start it, as opposed to those of a developer's machine. */
import { purposeOf } from '../../file-purpose.js';
import type { Project } from '../../source.js';

/** Files that make accounts on a developer's machine, or show how to. */
export const elsewhere =
  /(^|\/)(tests?|testing|docs?|examples?|fixtures?|e2e|cypress|node_modules|site-packages|venv|\.venv|\.github|\.circleci)(\/|$)|(^|[/._-])(tests?|conftest|factor(y|ies)|mock|demo|sample|example|dev|development|develop|local|debug|playground|ci|gitlab-ci|travis)([._-]|$)/i;
/** A step of the deployment, as opposed to a command or a script that somebody has to call. */
const step =
  /\.ya?ml$|(^|\/)(Dockerfile[^/]*|[^/]*\.Dockerfile|Procfile)$|(^|\/)migrations\/|(^|[/_.-])(entrypoint|start|run|deploy|release|build|docker)[^/]*\.(sh|bash)$/;

export const isDeploymentStep = (path: string): boolean => step.test(path) && !elsewhere.test(path);

/** What may call a command of `manage.py`, or tell somebody to. */
const caller = /\.(py|sh|bash|ya?ml|toml|json|ini|conf|cfg|service|md|rst|txt)$|(^|\/)[\w-]+(\.Dockerfile)?$/;

/** Whether a file is a command of `manage.py` that nothing calls but what is there for a developer's machine. */
export function isForDevelopersAlone(project: Project, path: string): boolean {
  const [, name] = /\/management\/commands\/(\w+)\.py$/.exec(path) ?? [];
  if (name === undefined) return false;
  const word = new RegExp(`(?<![\\w.-])${name}(?![\\w-])`);
  const callers = project.paths.filter(
    (one) => one !== path && caller.test(one) && word.test(project.file(one)?.text ?? ''),
  );
  return callers.length > 0 && callers.every((one) => elsewhere.test(one) || purposeOf(one) === 'development');
}

/** What a script asks before it comes to a place: the conditions of the `if`s that are open there. */
export function conditionsAround(text: string, at: number): readonly string[] {
  const open: string[] = [];
  for (const line of text.slice(0, at).split(/\r\n|\r|\n/)) {
    const [, condition] = /^\s*if\b(.*)/.exec(line) ?? [];
    if (condition !== undefined && !/\bfi\b/.test(condition)) open.push(condition);
    if (/^\s*fi\b/.test(line)) open.pop();
  }
  return open;
}
