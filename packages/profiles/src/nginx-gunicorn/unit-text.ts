/** The commands that write a unit and a site where the repository has none. */
import { serviceUnit } from '../own-server/service-unit.js';
import { askDomain, written } from '../own-server/written.js';
import type { ServerNames } from './server-names.js';

/** `sudo tee` with the unit; nothing where the application is not known. */
export function unitText(
  { venv, user, unit, start, address, environmentFile, installs }: ServerNames,
  application: string | undefined,
  home: string,
  module: string,
): readonly string[] {
  if (application === undefined) return [];
  // uvicorn takes a socket by another flag, and believes what nginx says of HTTPS only where it is told to.
  const server =
    installs === 'gunicorn'
      ? `gunicorn ${application} --bind ${address}`
      : `uvicorn ${application} --uds ${address.replace(/^unix:/, '')} --forwarded-allow-ips='*'`;
  const text = serviceUnit({
    user,
    home,
    module,
    environmentFile,
    holds: `RuntimeDirectory=${start}`,
    command: `${venv}/bin/${server}`,
  });
  return [written(`/etc/systemd/system/${unit}`, text)];
}

/** What nginx serves itself: a prefix of addresses and its directory on the server. */
export interface ServedDirectory {
  readonly prefix: string;
  readonly directory: string;
}

/** `sudo tee` with a server of nginx, for the name that is asked for where none is known. */
export function siteText(
  { site, address, installs }: ServerNames,
  hosts: readonly string[],
  served: readonly ServedDirectory[],
): readonly string[] {
  const asked = hosts.length === 0;
  const upgrade = [
    'proxy_http_version 1.1;',
    'proxy_set_header Upgrade $http_upgrade;',
    'proxy_set_header Connection upgrade;',
  ];
  return [
    ...(asked ? [askDomain] : []),
    written(
      `/etc/nginx/sites-available/${site}`,
      [
        'server {',
        '    listen 80;',
        `    server_name ${asked ? '$domain' : hosts.join(' ')};`,
        ...served.map(({ prefix, directory }) => `    location ${prefix} { alias ${directory.replace(/\/*$/, '/')}; }`),
        '    location / {',
        '        include proxy_params;',
        ...(installs === 'gunicorn' ? [] : upgrade.map((line) => `        ${line}`)),
        `        proxy_pass http://${address};`,
        '    }',
        '}',
      ],
      asked ? 'domain' : undefined,
    ),
  ];
}
