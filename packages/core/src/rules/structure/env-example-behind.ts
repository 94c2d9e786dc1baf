/** A sample of the environment that lacks what the settings demand. */
import { documentedNames, namesIn, sampleEnvironments } from '../../documented-names.js';
import { project } from '../../facts/inputs.js';
import { type Settings, settings, settingsWith } from '../../facts/settings.js';
import { defineRule, minutes, web } from '../../rule.js';
import type { Project } from '../../source.js';
import { listed } from '../listed.js';

export const envExampleBehind = defineRule({
  id: 'structure/env-example-behind',
  title: 'The sample of the environment lacks what the settings demand',
  sound: 'The sample of the environment has what the settings demand',
  category: 'structure',
  severity: 'low',
  effort: minutes(5),
  risk: 'Whoever sets up a server from the sample learns what is missing one failed start after the other.',
  references: [web('The Twelve-Factor App: Config', 'https://12factor.net/config')],
  since: '0.1.0',
  needs: { project, settings, settingsWith },
  problems: {
    missing: '`{path}` lacks {names}, without which the settings stop.',
    renamed: '`{path}` has `{other}`, which nothing in the repository reads, and the settings stop without `{name}`.',
  },
  when: ({ project, settings }) => demanded(settings).length > 0 && sampleOf(project, settings) !== undefined,
  *check({ project, settings, settingsWith }, { problem }) {
    const path = sampleOf(project, settings);
    const file = path === undefined ? undefined : project.file(path);
    if (path === undefined || !file) return;
    // A sample for developers, under which DEBUG is on, need not have what is asked for only while it is off.
    if (settingsWith(valuesIn(file.text), 'alone').startup.ok === true) return;
    const documented = documentedNames(project);
    // Beside settings of production's own it may be the sample of developers, whose settings demand less.
    const confidence = isForProductionAlone(settings) ? 'tentative' : 'firm';
    const at = file.at({ start: 0, end: 0 });
    const missing = demanded(settings).filter((name) => !documented.has(name) && !isGivenBeside(project, path, name));
    const renamed = missing.flatMap((name) => {
      const other = [...documented].find((candidate) => isNear(candidate, name) && !isMentioned(project, candidate));
      return other === undefined ? [] : [{ name, other }];
    });
    for (const { name, other } of renamed) {
      yield {
        ...problem('renamed', { at, subject: `${path}:${name}` }, { path, name, other }),
        confidence,
        remedy: { summary: `Call it \`${name}\` there.`, path },
      };
    }
    const names = missing.filter((name) => !renamed.some((one) => one.name === name));
    if (names.length === 0) return;
    yield {
      ...problem('missing', { at, subject: path }, { path, names: listed(names) }),
      confidence,
      remedy: {
        // An empty value would be given as such, in place of what the settings of a developer fall back to.
        summary: 'Name them there, as comments that show what a value looks like, and not a value that works.',
        code: names.map((name) => `# ${name}=${shapeOf(settings, name)}`).join('\n'),
        language: 'text',
        path,
        place: 'end',
      },
    };
  },
});

/** What a value of a variable looks like, by what the settings make of it and by its name. */
function shapeOf(settings: Settings, variable: string): string {
  const cast = settings.environment.find(({ name }) => name === variable)?.cast ?? '';
  if (/bool/i.test(cast)) return 'False';
  if (/int|float|number/i.test(cast)) return '0';
  if (/list|csv|tuple/i.test(cast)) return 'first,second';
  return shapes.find(([name]) => name.test(variable))?.[1] ?? '…';
}

const shapes: readonly (readonly [name: RegExp, shape: string])[] = [
  [/(^|_)(DATABASE|DB|POSTGRES\w*)_?(URL|URI|DSN)$/i, 'postgres://user:password@host:5432/name'],
  [/REDIS\w*_(URL|URI)$|BROKER_?URL$/i, 'redis://host:6379/0'],
  [/SECRET_?KEY$/i, 'a-long-random-text'],
  [/(PASSWORD|PASS|TOKEN|KEY|SECRET)(_ID)?$/i, 'from-whoever-issued-it'],
  [/(HOSTS|DOMAINS)$/i, 'shop.example.com,www.example.com'],
  [/ORIGINS$/i, 'https://shop.example.com'],
  [/(EMAIL|EMAIL_(ADDRESS|FROM)|FROM_EMAIL)$/i, 'name@example.com'],
  [/(HOST|DOMAIN|SERVER)$/i, 'host.example.com'],
  [/PORT$/i, '0'],
  [/ADMIN_(URL|PATH)$/i, 'a-path-of-your-own/'],
  [/(URL|URI|DSN|ENDPOINT)$/i, 'https://host.example.com/path'],
];

/** What an operator has to give: variables without a default that no file of the deployment gives. */
function demanded(settings: Settings): readonly string[] {
  return settings.environment.filter(({ required, given }) => required && given === undefined).map(({ name }) => name);
}

/** What the sample sets: a start with a copy of it. */
function valuesIn(text: string): Readonly<Record<string, string>> {
  const line = /^[ \t]*(?:export[ \t]+)?([A-Za-z_]\w*)[ \t]*=[ \t]*(?:"([^"\n]*)"|'([^'\n]*)'|([^\n#]*))/gm;
  return Object.fromEntries(
    [...text.matchAll(line)].map(([, name = '', double, single, plain]) => [
      name,
      double ?? single ?? plain?.trim() ?? '',
    ]),
  );
}

/** The sample that is of these settings: the one that names most of what they read. Of other programs there may be some as well. */
function sampleOf(project: Project, settings: Settings): string | undefined {
  const read = new Set(settings.environment.map(({ name }) => name));
  const known = (path: string) =>
    new Set(namesIn(project.file(path)?.text ?? '').filter((name) => read.has(name))).size;
  return sampleEnvironments(project)
    .filter((path) => known(path) > 0 && !isOfOthers(settings, valuesIn(project.file(path)?.text ?? '')))
    .sort((a, b) => known(b) - known(a))[0];
}

const isForProductionAlone = ({ module }: Settings): boolean => /(^|[._])(prod|live|deploy)/.test(module);

/** Whether a sample is of other settings: it names their module, or it is a developer's and these are production's alone. */
function isOfOthers(settings: Settings, values: Readonly<Record<string, string>>): boolean {
  const module = values.DJANGO_SETTINGS_MODULE;
  if (module && module !== settings.module) return true;
  const debugs = /^(1|true|yes|on)$/i.test(values.DEBUG ?? values.DJANGO_DEBUG ?? '');
  return debugs && isForProductionAlone(settings);
}

/** Whether a Compose file beside the sample gives the name itself: the two are for the same machines. */
function isGivenBeside(project: Project, sample: string, name: string): boolean {
  const directory = sample.slice(0, sample.lastIndexOf('/') + 1);
  const given = new RegExp(`^[ \\t]*(-[ \\t]*)?["']?${name}["']?[ \\t]*[:=]`, 'm');
  return project.paths.some(
    (path) =>
      path.startsWith(directory) &&
      /^[\w.-]*compose[\w.-]*\.ya?ml$/.test(path.slice(directory.length)) &&
      given.test(project.file(path)?.text ?? ''),
  );
}

/** `SECRET_KEY` and `DJANGO_SECRET_KEY`. */
const isNear = (one: string, other: string): boolean => one.endsWith(`_${other}`) || other.endsWith(`_${one}`);

/** Whether any other file has the name: a script, a Compose file, a frontend. */
function isMentioned(project: Project, name: string): boolean {
  const samples = new Set(sampleEnvironments(project));
  const word = new RegExp(`(?<!\\w)${name}(?!\\w)`);
  return project.paths.some((path) => !samples.has(path) && word.test(project.file(path)?.text ?? ''));
}
