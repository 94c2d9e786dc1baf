/** A storage that demands collected files in an image that nobody collects them into. */
import { changedText } from '../../changed-text.js';
import { type BuildCommand, deployment } from '../../facts/deployment.js';
import { type EntryPoints, entryPoints } from '../../facts/entry-points.js';
import { project } from '../../facts/inputs.js';
import { type Settings, type SettingsWith, settings, settingsWith } from '../../facts/settings.js';
import { defineRule, docs, minutes, type Remedy } from '../../rule.js';
import type { Project } from '../../source.js';
import { hasFinalValues } from '../settings/final-values.js';
import { collects, collectstaticFile, keepsManifest, staticStorage } from './static-settings.js';

export const manifestWithoutCollectstatic = defineRule({
  id: 'static/manifest-without-collectstatic',
  title: 'Static files need a manifest that nothing makes',
  sound: 'The manifest of static files is made',
  category: 'static-media',
  severity: 'high',
  effort: minutes(15),
  risk: 'Every page with a static file ends in a server error: "Missing staticfiles manifest entry".',
  references: [docs('ref/contrib/staticfiles', 'manifeststaticfilesstorage')],
  since: '0.1.0',
  needs: { deployment, entryPoints, project, settings, settingsWith },
  problems: {
    uncollected: '`{storage}` needs the manifest that `collectstatic` writes, and no file of the repository runs it.',
    plain:
      '`{storage}` of production needs a manifest, and the `collectstatic` of the build writes none: with the variables that it has there, the storage is `{other}`.',
  },
  questions: {
    unclear:
      '`{storage}` needs a manifest. Does the `collectstatic` of `{path}` write one with the settings that it loads there?',
    elsewhere:
      '`{storage}` needs the manifest that `collectstatic` writes, and of what builds and starts the image nothing runs it. `{path}` names it: does the image get its files?',
  },
  // Elsewhere people collect by hand; an image holds only what its files put in.
  when: ({ deployment, settings }) =>
    hasFinalValues(settings) &&
    deployment.traits.has('containers') &&
    collects(settings) === 'yes' &&
    keepsManifest(staticStorage(settings)),
  *check(facts, { problem, question }) {
    const { deployment, project, settings } = facts;
    const started = deployment.processes.some(({ command }) => command?.includes('collectstatic'));
    const steps = started ? [] : (deployment.collectstatic ?? []).map((step) => ({ step, ...storageAt(facts, step) }));
    if (started || steps.some(({ storage }) => keepsManifest(storage))) return;
    const legacy = settings.get('STATICFILES_STORAGE');
    const setting = legacy.origin === 'assigned' ? legacy : settings.get('STORAGES');
    const storage = staticStorage(settings) ?? '';
    const open = steps.find((one) => one.storage === undefined);
    const [first] = steps;
    if (open) yield question('unclear', setting, { storage, path: open.step.at.path });
    else if (first?.storage !== undefined)
      yield {
        ...problem(
          'plain',
          { at: first.step.at, subject: `${first.step.at.path}:collectstatic` },
          { storage, other: first.storage },
        ),
        confidence: first.overridden ? 'tentative' : 'firm',
        evidence: [{ at: setting.at, note: `\`${setting.name}\` is set here.` }],
        remedy: withProductionsStorage(facts, first.step),
      };
    else {
      const path = collectstaticFile(project);
      if (path !== undefined) yield question('elsewhere', setting, { storage, path });
      else {
        const demanding = settings.environment.some(({ required }) => required);
        yield {
          ...problem('uncollected', setting, { storage }),
          confidence: 'firm',
          remedy: {
            summary: `Collect static files while the image is built${demanding ? ', with stand-ins for the variables that the settings demand' : ''}.`,
            code: 'RUN python manage.py collectstatic --noinput',
            language: 'dockerfile',
            ...beforeStart(project),
          },
        };
      }
    }
  },
});

type Facts = {
  readonly entryPoints: EntryPoints;
  readonly project: Project;
  readonly settings: Settings;
  readonly settingsWith: SettingsWith;
};

/** What stands for a value that only the build's command line gives. */
const possible = [undefined, 'True', 'False'];

/** The storage that a collectstatic of the build has; `undefined` where that cannot be told. */
function storageAt(
  { entryPoints, project, settings, settingsWith }: Facts,
  { certain, module, variables }: BuildCommand,
): { readonly storage?: string; readonly overridden?: boolean } {
  const manage = entryPoints.all.filter(({ role }) => role === 'manage');
  const loaded = module === undefined ? manage.map((entry) => entry.module) : [module];
  const writes = (path: string) =>
    /(^|\/)manage\.py$/.test(path) &&
    /environ\b(?!\.setdefault\(\s*['"]DJANGO_SETTINGS_MODULE)|dotenv|read_env/.test(project.file(path)?.text ?? '');
  if (!certain || loaded.some((one) => one !== settings.module) || project.paths.some(writes)) return {};
  const given = Object.entries(variables);
  const open = given.some(([, value]) => value === undefined);
  const runs = (open ? possible : possible.slice(0, 1)).flatMap((text) => {
    const run = settingsWith(textsOf(given, text), 'alone');
    return hasFinalValues(run) ? [run] : [];
  });
  const [storage, ...others] = new Set(runs.map(staticStorage));
  return storage === undefined || others.length > 0
    ? {}
    : { storage, overridden: runs.some(({ overrides }) => overrides.length > 0) };
}

function textsOf(given: readonly (readonly [string, string | undefined])[], instead?: string) {
  return Object.fromEntries(given.flatMap(([name, value = instead]) => (value === undefined ? [] : [[name, value]])));
}

/** The line with the variable that leads to production's storage, and with what the settings demand then. */
function withProductionsStorage({ project, settingsWith }: Facts, { at, variables }: BuildCommand): Remedy {
  const given = textsOf(Object.entries(variables));
  const built = settingsWith(given, 'alone');
  const names = new Set(['DEBUG', 'STORAGES', 'STATICFILES_STORAGE'].flatMap((name) => built.get(name).reads));
  for (const name of names)
    for (const text of ['False', '0', '', 'production']) {
      let wanted: Readonly<Record<string, string>> = { [name]: text };
      let run = settingsWith({ ...given, ...wanted }, 'alone');
      for (let round = 0; round < 5 && !hasFinalValues(run); round += 1) {
        const missing = run.environment.filter((read) => read.required && !(read.name in { ...given, ...wanted }));
        wanted = { ...wanted, ...Object.fromEntries(missing.map((read) => [read.name, 'build'])) };
        run = settingsWith({ ...given, ...wanted }, 'alone');
      }
      if (!hasFinalValues(run) || !keepsManifest(staticStorage(run))) continue;
      const line = Object.entries(wanted).map((pair) => `${pair.join('=')} `);
      return {
        summary: `Collect with the storage of production: with \`${name}=${text}\` on that line the settings choose it.`,
        ...changedText(project, at, (words) =>
          words.replace(
            /((?:^RUN|&&|;)(?:\s|\\\n|--\w\S*\s)*)(?=[^&;[]*manage\.py\s+collectstatic)/i,
            `$1${line.join('')}`,
          ),
        ),
        language: 'dockerfile',
      };
    }
  return { summary: 'Collect with the storage of production: give that line the variables that choose it.' };
}

/** In front of what starts the server, where the one Dockerfile is. */
function beforeStart(project: Project): Partial<Remedy> {
  const [path, ...others] = project.paths.filter((one) => /(^|\/)Dockerfile$/.test(one));
  const file = path === undefined || others.length > 0 ? undefined : project.file(path);
  const start = file?.text.search(/^(?:CMD|ENTRYPOINT)\b/im) ?? -1;
  return file && start >= 0 ? { path: file.path, place: 'before', at: file.at({ start, end: start }) } : {};
}
