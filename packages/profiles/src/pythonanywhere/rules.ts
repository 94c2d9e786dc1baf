/** What PythonAnywhere demands beside the rules that hold everywhere. */
import { project, type RuleSet, settings, stringsOf } from '@django-golive/core';
import { type Change, find, retold, unless, weighed, without, withoutEnvironment } from '../core-rules.js';
import { loadsEnvFile } from '../files/env-loading.js';
import { codeOf } from '../files/python-code.js';
import { keyVariables } from '../key-variables.js';
import { connectionKeptTooLong } from './rules/connection-kept-too-long.js';
import { crontabUnavailable } from './rules/crontab-unavailable.js';
import { databaseHostLocal } from './rules/database-host-local.js';
import { environmentNotLoaded } from './rules/environment-not-loaded.js';
import { initCommandPrivileged } from './rules/init-command-privileged.js';
import { localService } from './rules/local-service.js';
import { mysqlNameWithoutAccount } from './rules/mysql-name-without-account.js';
import { placeholderLeft } from './rules/placeholder-left.js';
import { planTooSmall } from './rules/plan-too-small.js';
import { postgresPortDefault } from './rules/postgres-port-default.js';
import { queueUnsupported } from './rules/queue-unsupported.js';
import { relativePath } from './rules/relative-path.js';
import { reloadMissing } from './rules/reload-missing.js';
import { repositoryWsgiIgnored } from './rules/repository-wsgi-ignored.js';
import { staticMappingUnseen } from './rules/static-mapping-unseen.js';
import { tensorflowInWeb } from './rules/tensorflow-in-web.js';
import { websocketsUnsupported } from './rules/websockets-unsupported.js';

const expected = 'HTTP_X_FORWARDED_PROTO';

/** A header that the load balancer leaves alone is the visitor's; the usual one is widely in use there. */
const asksForHeader: Change = (verdicts, { settings }) => {
  const about = settings?.get('SECURE_PROXY_SSL_HEADER');
  const [header = expected] = stringsOf(about?.value);
  if (about === undefined || header === expected) return verdicts;
  const text = `\`SECURE_PROXY_SSL_HEADER\` believes \`${header}\`. Do PythonAnywhere's servers set that header over what a visitor sends?`;
  return [{ kind: 'question', message: 'unproven', about, data: {}, text }];
};

/** PythonAnywhere's rules. */
export const pythonanywhereRules: RuleSet = [
  databaseHostLocal,
  mysqlNameWithoutAccount,
  postgresPortDefault,
  connectionKeptTooLong,
  initCommandPrivileged,
  localService,
  queueUnsupported,
  websocketsUnsupported,
  crontabUnavailable,
  tensorflowInWeb,
  planTooSmall,
  relativePath,
  placeholderLeft,
  repositoryWsgiIgnored,
  environmentNotLoaded,
  staticMappingUnseen,
  reloadMissing,
  ...withoutEnvironment(
    'PythonAnywhere gives a web app no variables: first have its WSGI file load a `.env` that holds this one, as the checklist shows.',
    ...weighed(
      'settings/allowed-hosts-local-only',
      'critical',
      'Every request carries the name of the web app, which is never local.',
    ),
    ...weighed(
      'settings/allowed-hosts-wildcard',
      'low',
      "PythonAnywhere chooses the web app by the Host header: a stranger's name there leads to no web app, or to the stranger's own.",
    ),
    // Where nothing in sight gives the key, `pythonanywhere/environment-not-loaded` asks: that there is one is not known.
    ...unless(
      'settings/secret-key-missing',
      { project, settings },
      ({ project, settings }) =>
        keyVariables(settings).length > 0 &&
        !settings.files.some((path) => loadsEnvFile.test(codeOf(project.file(path)?.text ?? ''))),
    ),
  ),
  ...weighed(
    'cors/allow-all',
    'low',
    'The site lies on the open internet: without credentials, a page of another site reads no more than any program does.',
  ),
  ...without(
    'settings/allowed-hosts-broad-suffix',
    "PythonAnywhere chooses the web app by the Host header: a stranger's name there leads to the stranger's own web app.",
  ),
  ...retold(
    [
      find('https/proxy-ssl-header-missing'),
      ...weighed(
        'https/ssl-redirect-loop',
        'high',
        'PythonAnywhere does not document whether the web app sees HTTPS by itself.',
      ),
    ],
    asksForHeader,
  ),
  ...without('static/not-served', 'The Web tab maps static files, where no repository shows it: a question asks.'),
  ...without('deps/server-missing', 'The platform brings its own server.'),
  ...without(
    'asgi/channel-layer-inmemory',
    '`pythonanywhere/websockets-unsupported` says it: a web app carries no WebSockets, and an ASGI site is one process.',
  ),
  ...without('asgi/server-missing', '`pythonanywhere/websockets-unsupported` says it.'),
];
