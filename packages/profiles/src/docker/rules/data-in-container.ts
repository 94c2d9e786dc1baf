/** A SQLite database or uploaded files in the container's own file system, which the next container does not have. */
import {
  apps,
  defineRule,
  deployment,
  entriesOf,
  features,
  hasFinalValues,
  isUsed,
  lookup,
  minutes,
  project,
  settings,
  stringOf,
  uploadApp,
  uploadField,
  type Value,
  web,
} from '@django-golive/core';
import { liesIn } from '../../files/paths.js';
import { systemPath } from '../../files/settings-path.js';
import { type Container, containers } from '../containers.js';

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
  needs: { apps, project, settings, features, deployment, containers },
  problems: {
    database: 'The SQLite database of `{alias}` is not on a volume of the service `{service}`.',
    media: '`MEDIA_ROOT` is not on a volume of the service `{service}`.',
  },
  questions: {
    started: '{what} lies in the container. Is a volume mounted there when the image is started?',
    unclear: '{what} is not known. Does it lie on a volume of the service `{service}`?',
  },
  when: ({ settings, features, containers }) =>
    hasFinalValues(settings) &&
    containers.all.some(({ django, role }) => django && role === 'web') &&
    (features.uses('local-media') !== undefined ||
      entriesOf(settings.get('DATABASES').value).some(([, database]) => isSqlite(database))),
  *check({ apps, project, settings, features, deployment, containers }, { problem, question }) {
    const web = containers.all.find(({ django, role }) => django && role === 'web');
    if (!web) return;
    const databases = settings.get('DATABASES');
    for (const [alias, database] of entriesOf(databases.value)) {
      if (!isSqlite(database) || !isUsed(project, settings, alias)) continue;
      const name = lookup(database, 'NAME');
      if (/:memory:|mode=memory/.test(stringOf(name) ?? '')) continue;
      const place = placeOf(web, deployment.root, name);
      const what = `The SQLite database of \`${alias}\``;
      if (place === 'kept') continue;
      if (!web.service) yield question('started', databases, { what });
      else if (place === 'unknown')
        yield question('unclear', databases, {
          what: `Where ${what.charAt(0).toLowerCase()}${what.slice(1)} lies`,
          service: web.name,
        });
      else
        yield {
          ...problem('database', databases, { alias, service: web.name }),
          confidence: containers.confidence,
          remedy: remedyFor(web, 'data'),
        };
    }
    // Uploads count only where the settings name a place for them, and something takes files.
    if (!features.uses('local-media') || !(uploadField(apps) ?? uploadApp(settings))) return;
    const media = settings.get('MEDIA_ROOT');
    const place = placeOf(web, deployment.root, media.value);
    if (place === 'kept') return;
    if (!web.service) yield question('started', media, { what: '`MEDIA_ROOT`' });
    else if (place === 'unknown')
      yield question('unclear', media, { what: 'Where `MEDIA_ROOT` lies', service: web.name });
    else
      yield {
        ...problem('media', media, { service: web.name }),
        confidence: 'firm' as const,
        remedy: remedyFor(web, 'media'),
      };
  },
});

function isSqlite(database: Value): boolean {
  return /sqlite3|spatialite/.test(stringOf(lookup(database, 'ENGINE')) ?? '');
}

/** Whether a path of the settings lies on a mount; `unknown` where the path is, or where the repository lies in the image. */
function placeOf(web: Container, root: string | undefined, value: Value | undefined): 'kept' | 'lost' | 'unknown' {
  const mounts = (web.service?.mounts ?? []).filter(({ kind }) => kind === 'volume' || kind === 'bind');
  // Without a single mount nothing can be kept, wherever it lies.
  if (web.service && mounts.length === 0)
    return value?.kind === 'unknown' || value?.kind === 'choice' ? 'unknown' : 'lost';
  const text = stringOf(value);
  const path = text === undefined ? undefined : systemPath(text, root, web.service?.workdir ?? web.image?.workdir);
  if (path === undefined) return 'unknown';
  return mounts.some(({ target }) => liesIn(path, target)) ? 'kept' : 'lost';
}

/** Docker gives a new volume the owner of the image's directory, and root where the image has none. */
function owned({ service, image }: Container, directory: string): string {
  const user = service?.user?.name ?? image?.user?.name;
  if (user === undefined || /^(root|0)(:|$)/.test(user)) return '';
  return ` The image runs as \`${user}\`: make the directory before its \`USER\` line with \`RUN mkdir -p ${directory} && chown ${user} ${directory}\`, or it belongs to root and cannot be written to.`;
}

function remedyFor(web: Container, name: string) {
  const directory = `${web.image?.workdir ?? '/app'}/${name}`;
  return {
    summary: `Keep it below \`${directory}\`, and mount a named volume there.${owned(web, directory)}`,
    code: `    volumes:\n      - ${name}:${directory}\n\nvolumes:\n  ${name}:`,
    language: 'yaml' as const,
    ...(web.service ? { path: web.service.at.path } : {}),
  };
}
