/** Variables that stand only in the `.env` beside the Compose file: Compose reads it for itself, and gives none of it to a container. */
import {
  defineRule,
  dependencies,
  hasFinalValues,
  minutes,
  type Project,
  project,
  settings,
  web,
} from '@django-golive/core';
import type { ComposeProject } from '../../files/compose-model.js';
import { isExampleEnvFile, readEnvFile } from '../../files/env-file.js';
import { directoryOf } from '../../files/paths.js';
import { lineAt } from '../../files/shown-line.js';
import { containers } from '../containers.js';

/** Packages that read a `.env` themselves, where the image has one. */
const readers = [
  'python-decouple',
  'django-environ',
  'python-dotenv',
  'environs',
  'dynaconf',
  'pydantic-settings',
  'django-dotenv',
  'django-configurations',
];

export const envNotInjected = defineRule({
  id: 'docker/env-not-injected',
  title: 'The variables of .env do not reach the container',
  sound: 'Compose hands the variables that the settings demand on to the service',
  category: 'deployment',
  severity: 'critical',
  effort: minutes(5),
  risk: 'The settings stop for want of a variable, or fall back on what is meant for development.',
  references: [
    web(
      'Docker Compose: Environment variables precedence',
      'https://docs.docker.com/compose/how-tos/environment-variables/envvars-precedence/',
    ),
  ],
  since: '0.1.0',
  needs: { project, settings, dependencies, containers },
  problems: {
    absent: 'The service `{service}` is given none of {names}, which `{path}` lists and the settings demand.',
  },
  questions: {
    copied:
      'The service `{service}` is given none of {names}. Does `.env` lie in the image, where the project reads it?',
    interpolated:
      '`{service}` is given `{variable}` by way of {names}, which Compose takes from `.env` or the shell, and not from `{path}`. Does one of them have it, or `--env-file` name the file?',
  },
  when: ({ settings, containers }) =>
    hasFinalValues(settings) &&
    settings.environment.some(({ required }) => required) &&
    containers.compose !== undefined &&
    containers.all.some(({ django, role }) => django && role === 'web'),
  *check({ project, settings, dependencies, containers }, { problem, question }) {
    for (const { service, variable, path } of outOfReach(project, containers.compose))
      yield question('interpolated', lineAt(project, variable.at, `${service}:${variable.name}`), {
        service,
        variable: variable.name,
        names: variable.empty.map((name) => `\`\${${name}}\``).join(', '),
        path,
      });
    const web = containers.all.find(({ django, role }) => django && role === 'web');
    if (!web?.service || web.service.envFiles.length > 0 || web.service.secrets.length > 0) return;
    const directory = directoryOf(web.service.at.path);
    const file = project.paths.find(
      (path) =>
        directoryOf(path) === directory &&
        (path === (directory === '' ? '.env' : `${directory}/.env`) ||
          (isExampleEnvFile(path) && /(^|\/)\.?env/.test(path))),
    );
    const source = file === undefined ? undefined : project.file(file);
    if (!source) return;
    const given = new Set(web.variables.map(({ name }) => name));
    const listed = new Set(readEnvFile(source).map(({ name }) => name));
    const absent = settings.environment
      .filter(({ name, required }) => required && listed.has(name) && !given.has(name))
      .map(({ name }) => name);
    if (absent.length === 0) return;
    const data = { service: web.name, names: absent.map((name) => `\`${name}\``).join(', ') };
    const about = lineAt(project, web.service.at, `${web.name}:environment`);
    // A script in between may load the file, and so may a package.
    const loads =
      web.start.opaque ||
      web.start.programs.some(({ invocation }) => ['.', 'source'].includes(invocation.program)) ||
      readers.some((name) => dependencies.get(name));
    if (loads) yield question('copied', about, data);
    else {
      yield {
        ...problem('absent', about, { ...data, path: source.path }),
        confidence: containers.confidence,
        remedy: {
          summary: 'Name the file in `env_file`.',
          code: `${' '.repeat(web.service.at.start.column + 1)}env_file: .env`,
          language: 'yaml',
          path: web.service.at.path,
          at: web.service.at,
          place: 'after',
        },
      };
    }
  },
});

/** What a service interpolates of a file that only its `env_file` names: what fills in the Compose file is another one. */
function* outOfReach(project: Project, compose: ComposeProject | undefined) {
  const named = project.paths.some(
    (path) =>
      /(^|\/)(Makefile|[^/]+\.(sh|ya?ml|mk|just|toml))$/.test(path) &&
      /--env-file/.test(project.file(path)?.text ?? ''),
  );
  if (named) return;
  for (const { name: service, envFiles, variables, at } of compose?.services ?? []) {
    const directory = directoryOf(at.path);
    const read = directory === '' ? '.env' : `${directory}/.env`;
    // What the same `.env` has, reaches both.
    if (envFiles.some(({ path }) => path === read)) continue;
    const listed = envFiles.flatMap(({ path }) => {
      const file = project.file(path);
      return file ? [{ path, names: new Set(readEnvFile(file).map(({ name }) => name)) }] : [];
    });
    for (const variable of variables) {
      const path = listed.find(({ names }) => variable.empty.some((name) => names.has(name)))?.path;
      if (variable.from === 'environment' && path !== undefined) yield { service, variable, path };
    }
  }
}
