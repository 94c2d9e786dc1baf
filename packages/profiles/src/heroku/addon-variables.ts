/** The config vars that add-ons set by themselves: present at build and at run, with values that no file shows. */

// From the add-ons' pages on elements.heroku.com.
const names: Readonly<Record<string, readonly string[]>> = {
  'heroku-postgresql': ['DATABASE_URL'],
  'heroku-redis': ['REDIS_URL'],
  rediscloud: ['REDISCLOUD_URL'],
  redistogo: ['REDISTOGO_URL'],
  'stackhero-redis': ['STACKHERO_REDIS_URL_TLS'],
  cloudamqp: ['CLOUDAMQP_URL'],
  jawsdb: ['JAWSDB_URL'],
  'jawsdb-maria': ['JAWSDB_MARIA_URL'],
  cleardb: ['CLEARDB_DATABASE_URL'],
  memcachier: ['MEMCACHIER_SERVERS', 'MEMCACHIER_USERNAME', 'MEMCACHIER_PASSWORD'],
  memcachedcloud: ['MEMCACHEDCLOUD_SERVERS', 'MEMCACHEDCLOUD_USERNAME', 'MEMCACHEDCLOUD_PASSWORD'],
  cloudinary: ['CLOUDINARY_URL'],
  bonsai: ['BONSAI_URL'],
  searchbox: ['SEARCHBOX_URL'],
  sentry: ['SENTRY_DSN'],
  mailgun: [
    'MAILGUN_API_KEY',
    'MAILGUN_DOMAIN',
    'MAILGUN_SMTP_SERVER',
    'MAILGUN_SMTP_PORT',
    'MAILGUN_SMTP_LOGIN',
    'MAILGUN_SMTP_PASSWORD',
  ],
  postmark: ['POSTMARK_API_TOKEN', 'POSTMARK_SMTP_SERVER'],
  bucketeer: [
    'BUCKETEER_AWS_ACCESS_KEY_ID',
    'BUCKETEER_AWS_SECRET_ACCESS_KEY',
    'BUCKETEER_AWS_REGION',
    'BUCKETEER_BUCKET_NAME',
  ],
  newrelic: ['NEW_RELIC_LICENSE_KEY', 'NEW_RELIC_LOG'],
  papertrail: ['PAPERTRAIL_API_TOKEN'],
};

/** Add-ons whose variable follows the name they are attached as: `as: CACHE` gives `CACHE_URL`. */
const renamed: Readonly<Record<string, string>> = {
  'heroku-postgresql': '_URL',
  'heroku-redis': '_URL',
  rediscloud: '_URL',
  cloudamqp: '_URL',
  jawsdb: '_URL',
  cleardb: '_URL',
  bonsai: '_URL',
};

/** The names an add-on sets; empty for one that is not known. */
export function variablesOfAddon(service: string, attachedAs: string | undefined): readonly string[] {
  const own = names[service] ?? [];
  const suffix = renamed[service];
  if (attachedAs === undefined) return own;
  if (suffix === undefined) return own.map((name) => name.replace(/^[A-Z]+(?=_)/, attachedAs));
  // The first Postgres of an app is DATABASE_URL under any other name as well.
  return service === 'heroku-postgresql' ? [...own, `${attachedAs}${suffix}`] : [`${attachedAs}${suffix}`];
}
