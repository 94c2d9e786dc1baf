/** The services that keep data: which database or broker each one is, and where it keeps it. */

import type { ComposeProject, ComposeService } from '../files/compose-model.js';
import { shellWord } from '../shell-word.js';
import { isDevelopers } from './compose-profiles.js';

/** What a service is. */
export type DataKind = 'PostgreSQL' | 'MySQL' | 'Redis' | 'MongoDB' | 'RabbitMQ' | 'Memcached' | 'Elasticsearch';

/** One of them. */
export interface DataService {
  readonly service: ComposeService;
  readonly kind: DataKind;
  /** Its port inside the network. */
  readonly port: string;
  /** The image's tag; `undefined` for none, which means `latest`. */
  readonly tag: string | undefined;
  /** Directories of which one must be mounted for data to stay; empty where losing it does no harm. */
  readonly directories: readonly string[];
  /** Whether the image is known to keep its data there, and not one of somebody else's that only has the name. */
  readonly known: boolean;
}

/** PostGIS on Debian's own packages, with the layout and the access rules of those. */
export const debianPostgis = /^(docker\.io\/)?kartoza\/postgis$/;

/** Images whose directories are known, by their repository: where a fork keeps its data is its own affair. */
const layouts: readonly { readonly repository: RegExp; readonly directories?: readonly string[] }[] = [
  // The official images, wherever they are mirrored, and those that are built on them.
  {
    repository:
      /^((docker\.io|registry-1\.docker\.io|mirror\.gcr\.io|public\.ecr\.aws\/docker)\/)?(library\/)?(postgres|mysql|mariadb|mongo|percona)$/,
  },
  { repository: /^(docker\.io\/)?(postgis\/postgis|imresamu\/postgis|mdillon\/postgis)$/ },
  { repository: /^(docker\.io\/)?(pgvector|ankane)\/pgvector$/ },
  { repository: /^(docker\.io\/)?timescale\/timescaledb$/ },
  { repository: /^(docker\.io\/)?mysql\/mysql-server$/ },
  { repository: /^(docker\.io\/)?bitnami(legacy)?\/postgresql$/, directories: ['/bitnami/postgresql'] },
  { repository: /^(docker\.io\/)?bitnami(legacy)?\/mysql$/, directories: ['/bitnami/mysql'] },
  { repository: /^(docker\.io\/)?bitnami(legacy)?\/mariadb$/, directories: ['/bitnami/mariadb'] },
  { repository: /^(docker\.io\/)?bitnami(legacy)?\/mongodb$/, directories: ['/bitnami/mongodb'] },
  // The directory is named after the version: `/var/lib/postgresql/12/main`.
  { repository: debianPostgis, directories: ['/var/lib/postgresql'] },
];

const kinds: readonly {
  readonly image: RegExp;
  readonly kind: DataKind;
  readonly port: string;
  readonly directories: readonly string[];
}[] = [
  {
    image: /^(postgres|postgis|postgresql|timescaledb|timescaledb-ha|pgvector)$/,
    kind: 'PostgreSQL',
    port: '5432',
    directories: ['/var/lib/postgresql', '/var/lib/postgresql/data', '/bitnami/postgresql', '/home/postgres/pgdata'],
  },
  {
    image: /^(mysql|mariadb|mysql-server|percona)$/,
    kind: 'MySQL',
    port: '3306',
    directories: ['/var/lib/mysql', '/bitnami/mysql', '/bitnami/mariadb'],
  },
  { image: /^(redis|valkey|keydb|redis-stack|redis-stack-server)$/, kind: 'Redis', port: '6379', directories: [] },
  { image: /^(mongo|mongodb)$/, kind: 'MongoDB', port: '27017', directories: ['/data/db', '/bitnami/mongodb'] },
  { image: /^rabbitmq$/, kind: 'RabbitMQ', port: '5672', directories: [] },
  { image: /^memcached$/, kind: 'Memcached', port: '11211', directories: [] },
  { image: /^(elasticsearch|opensearch)$/, kind: 'Elasticsearch', port: '9200', directories: [] },
];

/** The data services of a Compose project, by their images. */
export function dataServices(compose: ComposeProject | undefined): readonly DataService[] {
  return (compose?.services ?? []).flatMap((service) => {
    if (isDevelopers(service.profiles)) return [];
    const match = /^(?:[^@]*\/)?([\w.-]+?)(?::([^@]+))?(?:@.*)?$/.exec(service.image?.text ?? '');
    const found = kinds.find((item) => item.image.test(match?.[1] ?? ''));
    if (!found) return [];
    const layout = layouts.find(({ repository }) => repository.test(repositoryOf(service)));
    const { kind, port } = found;
    const directories = found.directories.length === 0 ? [] : (layout?.directories ?? found.directories);
    return [{ service, kind, port, tag: match?.[2], directories, known: layout !== undefined }];
  });
}

/** An image without its tag and digest. */
export const repositoryOf = ({ image }: ComposeService): string =>
  (image?.text ?? '').replace(/(:[^/:@]+)?(@.*)?$/, '');

/** What writes the content of each database server to a file outside of the checkout, which an image may copy, with the command that `docker` stands for. */
export function dumpCommands(compose: ComposeProject | undefined, docker = 'docker compose'): readonly string[] {
  return dataServices(compose).flatMap(({ service: { name }, kind }): readonly string[] => {
    const inside = `${docker} exec -T ${shellWord(name)} sh -c`;
    if (kind === 'PostgreSQL') return [`${inside} 'pg_dump -U "$POSTGRES_USER" "$POSTGRES_DB"' > ~/backup.sql`];
    if (kind !== 'MySQL') return [];
    return [`${inside} 'exec mysqldump -uroot -p"$MYSQL_ROOT_PASSWORD" --all-databases' > ~/backup.sql`];
  });
}
