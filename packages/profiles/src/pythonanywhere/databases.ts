/** The databases of the settings, as far as they are known, with the account that a PythonAnywhere host name shows. */
import { entriesOf, lookup, type Settings, stringOf, type Value } from '@django-golive/core';

/** One database server connection. */
export interface ServerDatabase {
  readonly alias: string;
  readonly kind: 'mysql' | 'postgresql';
  /** `undefined` where it is not known; `''` where none is given. */
  readonly host: string | undefined;
  readonly port: string | undefined;
  readonly name: string | undefined;
  readonly value: Value;
}

/** The MySQL and PostgreSQL databases of the settings. */
export function serverDatabases(settings: Settings): readonly ServerDatabase[] {
  return entriesOf(settings.get('DATABASES').value).flatMap(([alias, value]): ServerDatabase[] => {
    const engine = stringOf(lookup(value, 'ENGINE')) ?? '';
    const kind = /mysql/.test(engine) ? 'mysql' : /postgres|postgis/.test(engine) ? 'postgresql' : undefined;
    if (!kind) return [];
    return [
      {
        alias,
        kind,
        host: textOf(lookup(value, 'HOST')),
        port: textOf(lookup(value, 'PORT')),
        name: textOf(lookup(value, 'NAME')),
        value,
      },
    ];
  });
}

/** The account of `name.mysql.pythonanywhere-services.com` and `name-123.postgres.…`. */
export function accountOf(host: string | undefined): string | undefined {
  return /^([a-z0-9]+)(?:-\d+)?\.(?:mysql|postgres)\.(?:eu\.)?pythonanywhere-services\.com$/i.exec(host ?? '')?.[1];
}

function textOf(value: Value | undefined): string | undefined {
  if (value === undefined || value.kind === 'none') return '';
  return value.kind === 'int' ? value.value.toString() : stringOf(value);
}
