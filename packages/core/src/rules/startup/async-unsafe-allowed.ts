/** DJANGO_ALLOW_ASYNC_UNSAFE: a switch for notebooks that takes a safeguard away from a server. */
import { deployment } from '../../facts/deployment.js';
import { operator, project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { cwe, defineRule, django, docs, minutes } from '../../rule.js';
import { type Location, lineSpan, type Project } from '../../source.js';

const variable = 'DJANGO_ALLOW_ASYNC_UNSAFE';

export const asyncUnsafeAllowed = defineRule({
  id: 'startup/async-unsafe-allowed',
  title: 'The guard against database calls in async code is off',
  sound: 'The guard against database calls in async code is on',
  category: 'deployment',
  severity: 'high',
  effort: minutes(15),
  risk: "Requests that run at the same time share a database connection and can read or change each other's data.",
  references: [cwe(362), django('async.E001'), docs('topics/async', 'async-safety')],
  since: '0.1.0',
  needs: { deployment, operator, project, settings },
  problems: {
    given: '`DJANGO_ALLOW_ASYNC_UNSAFE` is given to production{by}; any text turns the guard off, `false` too.',
  },
  when: ({ deployment, operator, project, settings }) =>
    settings.path !== undefined &&
    (operator.variables[variable] !== undefined ||
      deployment.processes.some(({ variables }) => variables.some(({ name }) => name === variable)) ||
      settings.files.some((path) => project.file(path)?.text.includes(variable))),
  *check({ deployment, operator, project, settings }, { problem }) {
    const given = deployment.processes
      .filter((process) => process.role === 'web' || process.role === 'worker')
      .flatMap((process) => process.variables)
      .find((one) => one.name === variable && one.value !== '');
    const found = given ? { at: given.at, by: ` by ${given.by}` } : inSettings(project, settings.files);
    const told = operator.variables[variable];
    const at = found?.at ?? (told ? project.file(settings.path ?? '')?.at({ start: 0, end: 0 }) : undefined);
    if (!at) return;
    yield {
      ...problem('given', { at, subject: variable }, { by: found?.by ?? '' }),
      confidence: given || told ? 'certain' : 'firm',
      remedy: {
        summary: 'Take the variable out, and call the database through `sync_to_async` or the async methods.',
        path: at.path,
      },
    };
  },
});

/** A settings file that sets it for its own process. */
function inSettings(
  project: Project,
  files: readonly string[],
): { readonly at: Location; readonly by: string } | undefined {
  const sets = /^os\.environ(\[|\.setdefault\(\s*)['"]DJANGO_ALLOW_ASYNC_UNSAFE['"](\]\s*=|\s*,)\s*['"][^'"]+['"]/;
  for (const path of files) {
    const file = project.file(path);
    const line = file?.text.split(/\r\n|\r|\n/).findIndex((text) => sets.test(text)) ?? -1;
    if (file && line >= 0) return { at: file.at(lineSpan(file.text, line + 1)), by: ` by \`${path}\`` };
  }
  return undefined;
}
