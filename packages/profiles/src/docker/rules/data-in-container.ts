/** A SQLite database or uploaded files in the container's own file system, which the next container does not have. */
import {
  apps,
  choosingVariables,
  databaseFallback,
  defineRule,
  deployment,
  entriesOf,
  type Facts,
  features,
  hasFinalValues,
  isUsed,
  lookup,
  minutes,
  namesOf,
  openVariables,
  project,
  type Remedy,
  type Setting,
  settings,
  stringOf,
  uploadApp,
  uploadField,
  type Value,
  web,
} from '@django-golive/core';
import { liesIn } from '../../files/paths.js';
import { type Container, type Containers, containers } from '../containers.js';
import { pathInContainer } from '../path-in-container.js';

const chosen = { databaseFallback, settings };

export const dataInContainer = defineRule({
  id: 'docker/data-in-container',
  title: 'Data that must last lies in the container',
  sound: 'Data that must last lies on volumes',
  category: 'database',
  severity: 'critical',
  effort: minutes(20),
  risk: 'The database or the uploads are gone when the container is made anew, which every deployment does.',
  references: [web('Docker: Volumes', 'https://docs.docker.com/engine/storage/volumes/')],
  since: '0.1.0',
  needs: { apps, ...chosen, project, features, deployment, containers },
  problems: {
    database: 'The SQLite database of `{alias}` is not on a volume of the service `{service}`.',
    media: '`MEDIA_ROOT` is not on a volume of the service `{service}`.',
  },
  questions: {
    fallback: '{what} lies in the container where {variables} is not set. Is it set in production?',
    started: '{what} lies in the container. Is a volume mounted there when the image is started?',
    variables:
      '{what} lies in the container where {variables} is not set, and `{file}`, which the service `{service}` loads, is not in the repository. Does it set {variables}?',
    unclear: '{what} is not known. Does it lie on a volume of the service `{service}`?',
  },
  when: (facts) =>
    hasFinalValues(facts.settings) &&
    facts.containers.all.some(({ django, role }) => django && role === 'web') &&
    (facts.features.uses('local-media') !== undefined || databasesIn(facts).length > 0),
  *check(facts, { problem, question }) {
    const { apps, project, settings, features, deployment, containers } = facts;
    const web = containers.all.find(({ django, role }) => django && role === 'web');
    if (!web) return;
    const placed = (value: Value | undefined): string | undefined => {
      const text = stringOf(value);
      return text === undefined ? undefined : pathInContainer(web, settings.path, text, deployment.root);
    };
    const unseen = web.service?.envFiles.find(({ present }) => !present)?.path;
    /** What else may be so where a file that the repository lacks gives one of the variables. */
    const unlessGiven = (setting: Setting, what: string, variables: readonly string[]) =>
      unseen === undefined || variables.length === 0
        ? undefined
        : question('variables', setting, {
            what,
            variables: variables.map((name) => `\`${name}\``).join(' or '),
            file: unseen,
            service: web.name,
          });
    const databases = settings.get('DATABASES');
    const choosing = [...new Set([...openVariables(settings, databases), ...choosingVariables(settings)])];
    for (const { alias, options: database, without } of databasesIn(facts)) {
      if (!isUsed(project, settings, alias)) continue;
      const name = lookup(database, 'NAME');
      if (/:memory:|mode=memory/.test(stringOf(name) ?? '')) continue;
      const place = placeOf(web, placed(name), name);
      const what = `The SQLite database of \`${alias}\``;
      if (place === 'kept') continue;
      if (without) yield question('fallback', databases, { what, variables: namesOf(without) });
      else if (!web.service) yield question('started', databases, { what });
      else if (place === 'unknown')
        yield question('unclear', databases, {
          what: `Where ${what.charAt(0).toLowerCase()}${what.slice(1)} lies`,
          service: web.name,
        });
      else
        yield unlessGiven(databases, what, choosing) ?? {
          ...problem('database', databases, { alias, service: web.name }),
          confidence: containers.confidence,
          remedy: remedyFor(web, containers, {
            setting: databases,
            names: `\`NAME\` of \`${alias}\``,
            key: "'NAME': ",
            file: baseOf(stringOf(name)) ?? 'db.sqlite3',
            directory: 'data',
            fitting: /(^|[-_./])(data(base)?|db|sqlite\d?)($|[-_./])/i,
          }),
        };
    }
    // Uploads count only where the settings name a place for them, and something takes files.
    if (!features.uses('local-media') || !(uploadField(apps) ?? uploadApp(settings))) return;
    const media = settings.get('MEDIA_ROOT');
    const place = placeOf(web, placed(media.value), media.value);
    if (place === 'kept') return;
    const storages = ['MEDIA_ROOT', 'STORAGES', 'DEFAULT_FILE_STORAGE'].map((name) => settings.get(name));
    const storing = [...new Set(storages.flatMap((setting) => openVariables(settings, setting)))];
    if (!web.service) yield question('started', media, { what: '`MEDIA_ROOT`' });
    else if (place === 'unknown')
      yield question('unclear', media, { what: 'Where `MEDIA_ROOT` lies', service: web.name });
    else
      yield unlessGiven(media, '`MEDIA_ROOT`', storing) ?? {
        ...problem('media', media, { service: web.name }),
        confidence: 'firm' as const,
        remedy: remedyFor(web, containers, {
          setting: media,
          names: '`MEDIA_ROOT`',
          key: 'MEDIA_ROOT = ',
          directory: 'media',
          fitting: /(^|[-_./])(media|uploads?)($|[-_./])/i,
        }),
      };
  },
});

/** The files of SQLite, and the one that `default` falls back to `without` its variables. */
function databasesIn({ databaseFallback: fallback, settings }: Facts<typeof chosen>) {
  const certain = entriesOf(settings.get('DATABASES').value).flatMap(([alias, options]) =>
    isSqlite(options) ? [{ alias, options, without: undefined }] : [],
  );
  return !fallback || certain.some(({ alias }) => alias === 'default')
    ? certain
    : [...certain, { ...fallback.database, without: fallback.variables }];
}

function isSqlite(database: Value): boolean {
  return /sqlite3|spatialite/.test(stringOf(lookup(database, 'ENGINE')) ?? '');
}

/** Whether a path of the settings lies on a mount; `unknown` where the path is, or where the repository lies in the image. */
function placeOf(web: Container, path: string | undefined, value: Value | undefined): 'kept' | 'lost' | 'unknown' {
  const mounts = (web.service?.mounts ?? []).filter(({ kind }) => kind === 'volume' || kind === 'bind');
  // Without a single mount nothing can be kept, wherever it lies.
  if (web.service && mounts.length === 0)
    return value?.kind === 'unknown' || value?.kind === 'choice' ? 'unknown' : 'lost';
  if (path === undefined) return 'unknown';
  return mounts.some(({ target }) => liesIn(path, target)) ? 'kept' : 'lost';
}

/** Docker gives a new volume the owner of the image's directory, and root where the image has none. */
function owned({ service, image }: Container, directory: string): string {
  const user = service?.user?.name ?? image?.user?.name;
  if (user === undefined || /^(root|0)(:|$)/.test(user)) return '';
  return ` The image runs as \`${user}\`: make the directory before its \`USER\` line with \`RUN mkdir -p ${directory} && chown ${user} ${directory}\`, or it belongs to root and cannot be written to.`;
}

/** A setting that names a place in the container, and what it is called in a remedy. */
interface Place {
  readonly setting: Setting;
  readonly names: string;
  /** What stands before the path in the settings. */
  readonly key: string;
  /** The file below the directory that is to be kept, for what is a file. */
  readonly file?: string;
  readonly directory: string;
  /** The names of directories that are there for such data. */
  readonly fitting: RegExp;
}

/** A mount that is there for such data already wants no second one: only the setting has to name it. */
function remedyFor(web: Container, { compose }: Containers, place: Place): Remedy {
  const mount = web.service?.mounts.find(
    ({ kind, readOnly, target }) =>
      (kind === 'volume' || kind === 'bind') && !readOnly && place.fitting.test(baseOf(target) ?? ''),
  );
  const below = (directory: string) => (place.file === undefined ? directory : `${directory}/${place.file}`);
  if (mount) {
    const target = mount.target.replace(/\/+$/, '');
    return {
      summary: `The service mounts \`${target}\` already, and ${place.names} is not below it: name \`${below(target)}\` there.${owned(web, target)}`,
      code: `${place.key}'${below(target)}'${place.key.includes('=') ? '' : ','}`,
      language: 'python',
      ...(place.setting.at ? { path: place.setting.at.path } : {}),
    };
  }
  const directory = `${web.image?.workdir ?? '/app'}/${place.directory}`;
  const volume = compose?.volumes.includes(place.directory) ? `${web.name}_${place.directory}` : place.directory;
  const others = web.service?.mounts.length ? '      # … the others as they are\n' : '';
  const declared = compose?.volumes.length ? '  # … the others as they are\n' : '';
  return {
    summary: `Let ${place.names} be \`${below(directory)}\`, and mount a named volume at \`${directory}\`.${owned(web, directory)}`,
    code: `    volumes:\n${others}      - ${volume}:${directory}\n\nvolumes:\n${declared}  ${volume}:`,
    language: 'yaml',
    ...(web.service ? { path: web.service.at.path } : {}),
  };
}

function baseOf(path: string | undefined): string | undefined {
  return path?.replace(/\/+$/, '').split('/').pop() || undefined;
}
