/** The steps on the host that the containers run on: its name, Docker, the code that Docker builds or reads there, its proxy and its firewall. */
import type { ChecklistItem, Project, Settings } from '@django-golive/core';
import { item } from '../checklist-item.js';
import { inCode } from '../checklist-variables.js';
import { askDomain, written } from '../own-server/written.js';
import { publicHosts } from '../public-hosts.js';
import { shellWord } from '../shell-word.js';
import type { ReverseProxy } from './reverse-proxy.js';

/** What is known of the containers. */
export interface OnHost {
  /** The command of Compose, where the project has a file for it. */
  readonly docker: string | undefined;
  /** The port of the host by which the application is reached, where that is known. */
  readonly port: string | undefined;
  readonly proxy: ReverseProxy | undefined;
}

export function hostSteps(project: Project, settings: Settings, { docker, port: taken, proxy }: OnHost) {
  // Where the application has the ports of a proxy, it first has to give them up.
  const port = /^(80|443)$/.test(taken ?? '') ? undefined : taken;
  const hosts = publicHosts(settings);
  const directory = shellWord(project.name);
  return {
    dns:
      hosts.length === 0
        ? item('dns', 'before', 'The domain points to the host.')
        : item(
            'dns',
            'before',
            `${inCode(hosts)} ${hosts.length > 1 ? 'point' : 'points'} to the host.`,
            hosts.map((host) => `dig +short ${host}`),
          ),
    engine: item(
      'engine',
      'before',
      `The host has Git and Docker Engine${docker ? ' with its Compose plugin' : ''}: docs.docker.com/engine/install tells how, for each distribution. Your account is in the group \`docker\`, whose members need no \`sudo\` for it and can do what root can; that counts from the next login on.`,
      ['sudo usermod -aG docker "$USER"', docker ? 'docker compose version' : 'docker version'],
    ),
    code: item('code', 'before', 'The host has the code: the commands that follow run there, where it lies.', [
      "read -rp 'Address of the repository: ' repository",
      `git clone "$repository" ~/${directory}`,
      `cd ~/${directory}`,
    ]),
    firewall: item(
      'firewall',
      'during',
      'The firewall of the provider, or of the host, lets SSH and ports 80 and 443 through. What Docker publishes passes by `ufw`: ports that visitors must not reach are not published, or on 127.0.0.1 alone.',
    ),
    tls: proxy
      ? item(
          'tls',
          'during',
          `The proxy \`${proxy.service.name}\` has a certificate, sends plain HTTP to HTTPS, and overwrites what a visitor sends as \`X-Forwarded-Proto\`.`,
        )
      : item(
          'tls',
          'during',
          `A proxy with a certificate stands in front, passes on \`Host\` and overwrites \`X-Forwarded-Proto\`, and the application's port is not open to the world.${port === undefined ? '' : ' Where the host has none yet: Caddy does all of that by itself, and comes with Ubuntu and Debian (caddyserver.com/docs/install).'}`,
          port === undefined ? [] : caddy(hosts, port),
        ),
  } satisfies Readonly<Record<string, ChecklistItem>>;
}

function caddy(hosts: readonly string[], port: string): readonly string[] {
  const site = (names: string): readonly string[] => [`${names} {`, `    reverse_proxy 127.0.0.1:${port}`, '}'];
  return [
    'sudo apt install caddy',
    ...(hosts.length === 0
      ? [askDomain, written('/etc/caddy/Caddyfile', site('$domain'), 'domain')]
      : [written('/etc/caddy/Caddyfile', site(hosts.join(', ')))]),
    'sudo systemctl reload caddy',
  ];
}

/** Everything comes back by itself, or what does not. `stays`: something starts the container again. */
export function restartStep(
  project: Project,
  docker: string | undefined,
  stays: boolean,
  name: string | undefined,
): ChecklistItem {
  const directory = shellWord(project.name);
  return item(
    'restart',
    'after',
    stays
      ? 'Everything comes back after the host restarts, with its data. Log in again to look.'
      : `Everything comes back after the host restarts, with its data: nothing starts \`${name}\` again, which has no \`restart:\`.`,
    stays ? ['sudo reboot', ...(docker ? [`cd ~/${directory}`, `${docker} ps`] : ['docker ps'])] : [],
  );
}
