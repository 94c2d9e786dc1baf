/** The passwords of data services, and whether anybody outside of Compose's network could use one. */
import type { ComposePort, ComposeProject, ComposeService, ComposeVariable } from '../files/compose-model.js';
import { isLoopback } from '../files/compose-port.js';
import { type DataKind, dataServices } from './data-services.js';

/** The variables that give each kind its password; without one of them, or a file of them, everybody is let in. */
export const passwords: Readonly<Partial<Record<DataKind, RegExp>>> = {
  PostgreSQL: /^(POSTGRES(QL)?_PASS(WORD)?|POSTGRES_PASSWORD_FILE)$/,
  MySQL: /^(MYSQL|MARIADB)_(ROOT_|RANDOM_ROOT_)?PASSWORD(_FILE)?$/,
  MongoDB: /^(MONGO_INITDB_ROOT_PASSWORD|MONGODB_ROOT_PASSWORD)(_FILE)?$/,
  RabbitMQ: /^RABBITMQ_(DEFAULT_PASS|PASSWORD)(_FILE)?$/,
  Redis: /^(REDIS|VALKEY)_PASSWORD$/,
  Elasticsearch: /^(ELASTIC_PASSWORD|OPENSEARCH_INITIAL_ADMIN_PASSWORD)$/,
};

/** Whether the port answers on every address of the host. */
export const isOnAllAddresses = ({ host }: ComposePort): boolean =>
  host === undefined || /^(0\.0\.0\.0|::|\*|)$/.test(host);

/** Whether a variable holds nothing but the password of a data service that no port leads to from outside. */
export function opensInnerServiceAlone(
  compose: ComposeProject | undefined,
  service: ComposeService,
  { name, raw }: ComposeVariable,
): boolean {
  const inner = dataServices(compose).filter(
    (one) => one.service.networkMode !== 'host' && one.service.ports.every(({ host }) => isLoopback(host)),
  );
  const own = inner.find((one) => one.service.name === service.name);
  if (own) return passwords[own.kind]?.test(name) === true;
  // The site is given the same one under a name of its own.
  return (
    /PASS(WORD|WD)?$/i.test(name) &&
    inner.some(({ service: { variables }, kind }) =>
      variables.some((one) => passwords[kind]?.test(one.name) && one.raw === raw),
    )
  );
}
