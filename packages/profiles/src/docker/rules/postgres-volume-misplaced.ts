/** PostgreSQL keeps its data in one directory until version 17 and in another from 18 on: a mount at the wrong one keeps nothing. */
import { changedLine, defineRule, minutes, project, web } from '@django-golive/core';
import type { ComposeMount, ComposeService } from '../../files/compose-model.js';
import { liesIn } from '../../files/paths.js';
import { lineAt } from '../../files/shown-line.js';
import { containers } from '../containers.js';
import { dataServices, debianPostgis, repositoryOf } from '../data-services.js';
import { isOfficialPostgres, postgresMajor } from '../postgres-directory.js';

export const postgresVolumeMisplaced = defineRule({
  id: 'docker/postgres-volume-misplaced',
  title: 'The volume of PostgreSQL lies beside its data',
  sound: 'The volume of PostgreSQL lies where its version keeps its data',
  category: 'database',
  severity: 'critical',
  effort: minutes(15),
  risk: 'The container refuses to start, or its data goes into an anonymous volume that the next container does not find.',
  references: [
    web('docker-library/postgres: pull request 1259', 'https://github.com/docker-library/postgres/pull/1259'),
  ],
  since: '0.1.0',
  needs: { project, containers },
  problems: {
    pinned: '`{image}` keeps its data below `/var/lib/postgresql`, and the service `{service}` mounts `{target}`.',
    parent:
      '`{image}` keeps its data in `/var/lib/postgresql/data`, an anonymous volume of its own, and the service `{service}` mounts `{target}`.',
    debian:
      '`{image}` keeps its data in `/var/lib/postgresql/VERSION/main`, and the service `{service}` mounts `{target}` beside it.',
    latest: '`{image}` is the newest major version, 18 or later, and the service `{service}` mounts `{target}`.',
  },
  when: ({ containers }) =>
    dataServices(containers.compose).some(
      ({ service }) => isOfficialPostgres(service.image?.text ?? '') || debianPostgis.test(repositoryOf(service)),
    ),
  *check({ project, containers }, { problem }) {
    for (const { service, tag } of dataServices(containers.compose)) {
      const image = service.image?.text ?? '';
      if (debianPostgis.test(repositoryOf(service))) {
        const beside = besideDebian(service);
        if (!beside) continue;
        yield {
          ...problem('debian', lineAt(project, beside.at, `${service.name}:data`), {
            image,
            service: service.name,
            target: beside.target,
          }),
          confidence: containers.confidence,
          remedy: {
            summary: 'Mount the parent directory; dump the data first, for the new volume begins empty.',
            ...changedLine(project, beside.at, (line) => line.replace(beside.target, '/var/lib/postgresql')),
            language: 'yaml',
          },
        };
        continue;
      }
      if (!isOfficialPostgres(image)) continue;
      if (service.variables.some(({ name }) => name === 'PGDATA')) continue;
      const parent = service.mounts.find(({ target }) => target === '/var/lib/postgresql');
      const mount = service.mounts.find(({ target }) => target === '/var/lib/postgresql/data');
      const major = postgresMajor(tag);
      const isOlder = typeof major === 'number' && major < 18;
      if (parent && !mount && isOlder) {
        yield {
          ...problem('parent', lineAt(project, parent.at, `${service.name}:data`), {
            image,
            service: service.name,
            target: parent.target,
          }),
          confidence: containers.confidence,
          remedy: {
            summary: 'Mount the data directory itself; dump the data first, for the new volume begins empty.',
            ...changedLine(project, parent.at, (line) => line.replace(parent.target, '/var/lib/postgresql/data')),
            language: 'yaml',
          },
        };
      }
      if (!mount || major === undefined || isOlder) continue;
      yield {
        ...problem(major === 'newest' ? 'latest' : 'pinned', lineAt(project, mount.at, `${service.name}:data`), {
          image,
          service: service.name,
          target: mount.target,
        }),
        confidence: major === 'newest' ? 'firm' : containers.confidence,
        remedy: {
          summary:
            major === 'newest'
              ? 'Pin the major version whose data the volume holds; from 18 on, mount `/var/lib/postgresql`.'
              : 'Mount the parent directory; move the data of an older version with `pg_upgrade` or a dump.',
          ...changedLine(project, mount.at, (line) => line.replace(mount.target, '/var/lib/postgresql')),
          language: 'yaml',
        },
      };
    }
  },
});

/** The mount of the official image's directory, where nothing else holds or moves the data. */
function besideDebian({ mounts, variables }: ComposeService): ComposeMount | undefined {
  const moved = variables.some(({ name }) => name === 'DATADIR' || name === 'PGDATA');
  const mount = mounts.find(({ target }) => target === '/var/lib/postgresql/data');
  const held = mounts.some(
    (one) =>
      one !== mount &&
      one.kind !== 'anonymous' &&
      liesIn('/var/lib/postgresql/main', one.target.replace(/\/\d+(\.\d+)?(?=\/|$)/, '')),
  );
  return moved || held ? undefined : mount;
}
