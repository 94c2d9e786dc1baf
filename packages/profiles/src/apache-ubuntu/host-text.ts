/** The command that writes a virtual host where the repository has none. */
import { askDomain, written } from '../own-server/written.js';

/** What it is made of. */
export interface HostPlace {
  /** Of its file, and of the processes. */
  readonly site: string;
  readonly venv: string;
  /** The directory that imports start from. */
  readonly home: string;
  /** The WSGI script. */
  readonly script: string;
  readonly hosts: readonly string[];
  /** What Apache serves itself: a prefix of addresses and its directory on the server. */
  readonly served: readonly { readonly prefix: string; readonly directory: string }[];
  /** The API reads the Authorization header. */
  readonly authorization: boolean;
}

/** `sudo tee` with the host, after the guide of Django and that of mod_wsgi. */
export function hostText({ site, venv, home, script, hosts, served, authorization }: HostPlace): readonly string[] {
  const [first, ...others] = hosts;
  const granted = (directory: string, lines: readonly string[]): readonly string[] => [
    `    <Directory ${directory}>`,
    ...lines.map((line) => `        ${line}`),
    '    </Directory>',
  ];
  const lines = [
    // Outside of the host: certbot copies that for port 443, and the name of a group may be there once.
    `WSGIDaemonProcess ${site} python-home=${venv} python-path=${home} lang='C.UTF-8' locale='C.UTF-8'`,
    '<VirtualHost *:80>',
    `    ServerName ${first ?? '$domain'}`,
    ...(others.length === 0 ? [] : [`    ServerAlias ${others.join(' ')}`]),
    ...served.flatMap(({ prefix, directory }) => [
      `    Alias ${prefix} ${directory.replace(/\/*$/, '/')}`,
      ...granted(directory, ['Require all granted']),
    ]),
    `    WSGIScriptAlias / ${script}`,
    `    WSGIProcessGroup ${site}`,
    '    WSGIApplicationGroup %{GLOBAL}',
    ...(authorization ? ['    WSGIPassAuthorization On'] : []),
    ...granted(script.slice(0, script.lastIndexOf('/')), [
      `<Files ${script.slice(script.lastIndexOf('/') + 1)}>`,
      '    Require all granted',
      '</Files>',
    ]),
    '</VirtualHost>',
  ];
  const path = `/etc/apache2/sites-available/${site}.conf`;
  return first === undefined ? [askDomain, written(path, lines, 'domain')] : [written(path, lines)];
}
