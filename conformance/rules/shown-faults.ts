/** Where one rule tells of several faults: the message that is about each. */

/** By the fault and the rule: the id of the message. */
export const shownBy: Readonly<Record<string, string>> = {
  'mw-python-home-missing apache-ubuntu/virtualenv-missing': 'missing',
  'mw-python-home-file apache-ubuntu/virtualenv-missing': 'inside',
  'mw-process-group-missing apache-ubuntu/process-group-missing': 'missing',
  'mw-process-group-mismatch apache-ubuntu/process-group-missing': 'undeclared',
  'mw-embedded-mode apache-ubuntu/process-group-missing': 'embedded',
  'mw-static-alias apache-ubuntu/static-alias-mismatch': 'unserved',
  'mw-alias-slash apache-ubuntu/static-alias-mismatch': 'slash',
  'mw-static-root-mismatch apache-ubuntu/static-alias-mismatch': 'directory',
  'mw-relative-paths apache-ubuntu/sqlite-not-writable': 'relative',
  'mw-sqlite-writable apache-ubuntu/sqlite-not-writable': 'rights',
  'dk-port-mismatch docker/port-not-listened': 'published',
  'dk-healthcheck-host docker/health-check-refused': 'host',
  'dk-healthcheck-ssl docker/health-check-refused': 'redirect',
  'hk-redis-tls heroku/redis-certificate-refused': 'cache',
  'hk-celery-rediss heroku/redis-certificate-refused': 'celery',
  'hk-port-hardcoded heroku/port-not-bound': 'fixed',
  'hk-uvicorn-port heroku/port-not-bound': 'unnamed',
};

/** Faults that the page says are told of in other surroundings than those of the section. */
export const theirs: ReadonlySet<string> = new Set(['mw-proxy-header-spoof']);
