/** A database whose files lie in its container, and go with it. */
import {
  defineRule,
  entriesOf,
  hasFinalValues,
  isKnown,
  lookup,
  minutes,
  type Project,
  project,
  type Settings,
  settings,
  stringOf,
  web,
} from '@django-golive/core';
import { liesIn } from '../../files/paths.js';
import { lineAt } from '../../files/shown-line.js';
import { containers } from '../containers.js';
import { type DataKind, dataServices } from '../data-services.js';
import { signOfWorkplace } from '../perhaps-workplace.js';
import { postgresDirectory } from '../postgres-directory.js';

export const databaseVolumeMissing = defineRule({
  id: 'docker/database-volume-missing',
  title: 'The database keeps its data in the container',
  sound: 'Databases keep their data on volumes',
  refutedBy: ['docker/postgres-volume-misplaced'],
  category: 'database',
  severity: 'critical',
  effort: minutes(15),
  risk: 'All data is lost when the container is made anew, which `docker compose down` and many updates do.',
  references: [web('Docker: Volumes', 'https://docs.docker.com/engine/storage/volumes/')],
  since: '0.1.0',
  needs: { project, containers, settings },
  problems: { missing: 'The service `{service}` mounts no volume for the data of {kind}.' },
  questions: {
    unused:
      'The service `{service}` mounts no volume for the data of {kind}, and `DATABASES` of `{module}` does not name it. Does production keep data there?',
    ordered:
      'The service `{service}` mounts no volume for the data of {kind}, and `{path}` orders a database. Does production keep data in the container?',
    elsewhere:
      'The service `{service}` mounts `{target}`, and where `{image}` keeps its data is not known here. Does it lie there?',
  },
  when: ({ containers }) => dataServices(containers.compose).some(({ directories }) => directories.length > 0),
  *check({ project, containers, settings }, { problem, question }) {
    for (const { service, kind, tag, directories, known } of dataServices(containers.compose)) {
      if (directories.length === 0) continue;
      const own = service.variables.flatMap(({ name, value }) =>
        value !== undefined && /^(PGDATA|DATADIR|POSTGRESQL_(DATA|VOLUME)_DIR)$/.test(name) ? [value] : [],
      );
      const places = [...directories, ...own];
      const about = lineAt(project, service.at, `${service.name}:volume`);
      // A tmpfs says on purpose that nothing is to be kept.
      const kept = service.mounts.some(
        (mount) =>
          mount.kind !== 'anonymous' &&
          places.some((place) => liesIn(mount.target, place) || liesIn(place, mount.target)),
      );
      const held = service.mounts.filter(({ kind }) => kind === 'volume' || kind === 'bind');
      const likely = held.find(({ target }) => places.some((place) => liesIn(target, place))) ?? held[0];
      // An image that only has the name of a database may keep its data anywhere.
      if (!known && likely) {
        const at = lineAt(project, likely.at, `${service.name}:data`);
        yield question('elsewhere', at, {
          service: service.name,
          target: likely.target,
          image: service.image?.text ?? '',
        });
        continue;
      }
      if (kept) continue;
      if (isPassedBy(settings, service.name, kind)) {
        yield question('unused', about, { service: service.name, kind, module: settings.module });
        continue;
      }
      const path = /SQL$/.test(kind) ? orderedIn(project) : undefined;
      if (path !== undefined) {
        yield question('ordered', about, { service: service.name, kind, path });
        continue;
      }
      const { image } = service;
      const directory =
        kind === 'PostgreSQL' && directories.length > 1
          ? postgresDirectory(image?.text ?? '', tag)
          : (directories[0] ?? '');
      yield {
        ...problem('missing', about, { service: service.name, kind }),
        // What may be a developer's is less sure to be production's.
        confidence: signOfWorkplace(project, containers) === undefined ? containers.confidence : 'tentative',
        remedy: {
          summary: `Mount a named volume on the data directory${known ? '' : `, which is that of most images of ${kind} here: see where \`${image?.text}\` has it`}, and declare it at the top level.`,
          code: `    volumes:\n      - ${service.name}_data:${directory}\n\nvolumes:\n  ${service.name}_data:`,
          language: 'yaml',
          path: service.at.path,
        },
      };
    }
  },
});

/** Whether the settings say where all their databases are, and none of them is this service. */
function isPassedBy(settings: Settings, service: string, kind: DataKind): boolean {
  if (!hasFinalValues(settings) || !/SQL$/.test(kind)) return false;
  const databases = settings.get('DATABASES').value;
  const hosts = entriesOf(databases).map(([, database]) => lookup(database, 'HOST'));
  return (
    databases.kind === 'dict' &&
    hosts.every((host) => host === undefined || isKnown(host)) &&
    !hosts.some((host) => stringOf(host)?.toLowerCase() === service.toLowerCase())
  );
}

/** The file that orders a database server of a cloud: Terraform's, or a template of CloudFormation. */
function orderedIn(project: Project): string | undefined {
  return project.paths.find((path) => {
    const kind = /\.tf$/.test(path) ? inTerraform : /\.(ya?ml|json|template)$/.test(path) ? inTemplate : undefined;
    return kind?.test(project.file(path)?.text ?? '') === true;
  });
}

const inTerraform =
  /^[ \t]*resource\s+"(aws_(db_instance|rds_cluster)|google_sql_database_instance|azurerm_(postgresql|mysql|mariadb)(_flexible)?_server|digitalocean_database_cluster)"/m;
const inTemplate = /["']?Type["']?\s*:\s*["']?AWS::RDS::DB(Instance|Cluster)\b/;
