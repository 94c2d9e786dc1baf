/** Development settings that the deployed web process loads. */
import { maskText } from '../../describe.js';
import { type Deployment, deployment, type GivenVariable } from '../../facts/deployment.js';
import { entryPoints } from '../../facts/entry-points.js';
import { project } from '../../facts/inputs.js';
import { type Settings, settings } from '../../facts/settings.js';
import { stringOf } from '../../facts/value-reading.js';
import { defineRule, docs, minutes, type Remedy } from '../../rule.js';
import type { Location, Project } from '../../source.js';
import { leavesDebugOn } from './leaves-debug-on.js';
import { looksLikeDevelopment, looksLikeProduction } from './module-names.js';
import { passedOver } from './supposed-module.js';

export const devModuleInProduction = defineRule({
  id: 'settings/dev-module-in-production',
  title: 'Production loads development settings',
  sound: 'Production does not load development settings',
  category: 'deployment',
  severity: 'high',
  effort: minutes(15),
  risk: 'The site runs with debug mode, test backends or a local database, whatever the production settings say.',
  references: [docs('topics/settings', 'envvar-DJANGO_SETTINGS_MODULE')],
  since: '0.1.0',
  needs: { deployment, entryPoints, project, settings },
  problems: {
    development: '{name} loads `{module}`, which is named as settings for development.',
    class: '{name} takes the class `{class}` of `{module}`, which is named for development, while `{better}` is there.',
  },
  questions: {
    supposed:
      'The files give {name} no `DJANGO_SETTINGS_MODULE`, and so it loads `{loaded}`, while `{module}`, which is judged here, is only named for production. Does something else name `{module}` where the site runs?',
    unseen:
      'The files name `{loaded}`, which looks like development; `{module}` is judged here for its name. Is `DJANGO_SETTINGS_MODULE` `{module}` where the site runs?',
    said: '{name} loads `{module}`, which says of itself: "{said}" Which settings does production load?',
    default: '{name} loads `{module}` unless the environment names another module. Which one does production name?',
  },
  when: ({ entryPoints }) => entryPoints.production?.module !== undefined,
  *check({ deployment, entryPoints, project, settings }, { problem, question }) {
    const entry = entryPoints.production;
    const passed = passedOver(entryPoints, deployment);
    if (passed && looksLikeDevelopment(passed.loaded)) {
      const { at, loaded, module, process } = passed;
      const about = { at, subject: loaded };
      yield process === undefined
        ? question('unseen', about, { loaded, module })
        : question('supposed', about, { loaded, module, name: process });
    }
    if (entry?.module === undefined || entry.at === undefined) return;
    const chosen = classOf(settings);
    const [other] = chosen && looksLikeDevelopment(chosen.name) ? productionClasses(project, settings) : [];
    if (chosen && other !== undefined) {
      const source = sourceOf(project, deployment, chosen);
      const data = { name: entry.name, module: settings.module, class: chosen.name, better: other };
      yield {
        ...problem('class', { at: chosen.at, subject: chosen.name }, data),
        confidence: 'firm',
        ...(source ? { evidence: [{ at: source.at, note: `\`${source.at.path}\` gives \`${source.name}\`` }] } : {}),
        remedy: source
          ? {
              summary: `Give \`${source.name}\` the name \`${other}\` in line ${source.at.start.line} of \`${source.at.path}\`, from which \`${chosen.at.path}\` takes the class.`,
              path: source.at.path,
            }
          : {
              summary: `Give \`DJANGO_CONFIGURATION\` the name \`${other}\` where production runs.`,
              path: chosen.at.path,
            },
      };
    }
    if (!looksLikeDevelopment(entry.module)) {
      const { said, module, name } = entry;
      if (said !== undefined)
        yield question('said', { at: entry.at, subject: module }, { name, module, said: maskText(said) });
      return;
    }
    const { at, module, name } = entry;
    // A project with this one module has nothing else to load.
    const named = [...entryPoints.orphans.map((orphan) => orphan.module), ...entry.candidates].filter(
      (candidate) => candidate !== module && looksLikeProduction(candidate),
    );
    const better = named.find((candidate) => !leavesDebugOn(project, settings, candidate));
    const about = { at, subject: module };
    const line = (project.file(at.path)?.text ?? '').split(/\r\n|\r|\n/)[at.start.line - 1] ?? '';
    if (/setdefault|environ\.get|getenv/.test(line)) yield question('default', about, { name, module });
    else {
      yield {
        ...problem('development', about, { name, module }),
        confidence: 'firm',
        evidence: [{ at, note: entry.reason }],
        ...remedyOf(better, named[0], at.path),
      };
    }
  },
});

/** Another module is a remedy where it does not leave debug mode on as well. */
function remedyOf(better: string | undefined, named: string | undefined, path: string): { readonly remedy?: Remedy } {
  if (better !== undefined) return { remedy: { summary: `Name \`${better}\` instead.`, path } };
  if (named === undefined) return {};
  const summary = `\`${named}\` leaves \`DEBUG\` on as well: set it to \`False\` there, with what else production needs, then name that module.`;
  return { remedy: { summary, path } };
}

/** The class of django-configurations that the settings are, with the place that says so. */
function classOf(settings: Settings): { readonly name: string; readonly at: Location } | undefined {
  const configuration = settings.get('CONFIGURATION');
  const path = stringOf(configuration.value);
  const given = settings.environment.find(({ name }) => name === 'DJANGO_CONFIGURATION')?.given?.at;
  if (path === undefined || !path.startsWith(`${settings.module}.`)) return undefined;
  return { name: path.slice(settings.module.length + 1), at: given ?? configuration.at };
}

/** The variable of the project's own from which the file that names the class takes it, where a file of the target gives that. */
function sourceOf(
  project: Project,
  { processes }: Deployment,
  chosen: { readonly name: string; readonly at: Location },
): GivenVariable | undefined {
  const text = chosen.at.path.endsWith('.py') ? (project.file(chosen.at.path)?.text ?? '') : '';
  return processes
    .filter(({ role }) => role === 'web')
    .flatMap(({ variables }) => variables)
    .find(
      ({ name, value }) =>
        name !== 'DJANGO_CONFIGURATION' && value === chosen.name && new RegExp(`['"]${name}['"]`).test(text),
    );
}

/** The classes beside it that are named for production. */
function productionClasses(project: Project, settings: Settings): readonly string[] {
  const names = settings.files.flatMap((path) =>
    [...(project.file(path)?.text ?? '').matchAll(/^class[ \t]+(\w+)[ \t]*\(/gm)].map(([, name = '']) => name),
  );
  return names.filter(looksLikeProduction);
}
