/** The steps on the host that the containers run on: its name, the code that Docker builds or reads there, and its firewall. */
import type { ChecklistItem, Project, Settings } from '@django-golive/core';
import { item } from '../checklist-item.js';
import { inCode } from '../checklist-variables.js';
import { publicHosts } from '../public-hosts.js';
import { shellWord } from '../shell-word.js';

/** `docker`: the command of Compose, where the project has a file for it. */
export function hostSteps(project: Project, settings: Settings, docker: string | undefined) {
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
    code: item(
      'code',
      'before',
      `The host has ${docker ? 'Docker with its Compose plugin' : 'Docker'}, and the code: the commands that follow run there, where it lies.`,
      [
        docker ? 'docker compose version' : 'docker version',
        "read -rp 'Address of the repository: ' repository",
        `git clone "$repository" ~/${directory}`,
        `cd ~/${directory}`,
      ],
    ),
    firewall: item(
      'firewall',
      'during',
      'The firewall of the provider, or of the host, lets SSH and ports 80 and 443 through. What Docker publishes passes by `ufw`: ports that visitors must not reach are not published, or on 127.0.0.1 alone.',
    ),
  } satisfies Readonly<Record<string, ChecklistItem>>;
}
