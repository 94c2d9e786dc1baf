/** Host names, users and paths of a template that the server's files still have. */
import { defineRule, minutes, project, web } from '@django-golive/core';
import { isPlaceholderHost, isPlaceholderPath, isPlaceholderValue } from '../../files/placeholder.js';
import { lineAt } from '../../files/shown-line.js';
import { scriptPlaceholders } from '../../own-server/script-placeholders.js';
import { services } from '../../own-server/services.js';
import { nginxSites } from '../sites.js';

export const placeholderLeft = defineRule({
  id: 'nginx-gunicorn/placeholder-left',
  title: "The server's files still have names of a template",
  sound: "The server's files name this site",
  category: 'deployment',
  severity: 'low',
  effort: minutes(5),
  risk: 'nginx answers for a name that is not yours, or a service does not start for want of a directory.',
  references: [web('nginx: Server names', 'https://nginx.org/en/docs/http/server_names.html')],
  since: '0.1.0',
  needs: { project, nginxSites, services },
  problems: {},
  questions: {
    host: '`{name}` is the name of a template. Does the server have your own in its place?',
    script: '`{script}` calls `{program}` with `{text}`, of a template. Is your own in its place when it runs?',
    path: '`{directive}` names `{path}`, the path of a template. Does the server have your own in its place?',
    values:
      '`{service}` is given `{variable}` with the value of a template. Does the server have your own in its place?',
    user: '`{service}` runs as `{user}`, the name of a template. Does the server have your own in its place?',
  },
  when: ({ nginxSites, services }) => nginxSites.servers.length > 0 || services.length > 0,
  *check({ project, nginxSites, services }, { question }) {
    const seen = new Set<string>();
    for (const { program, text, at } of scriptPlaceholders(project))
      yield question('script', lineAt(project, at, `${at.path}:${text}`), { script: at.path, program, text });
    const first = (text: string): boolean => !seen.has(text) && Boolean(seen.add(text));
    // One question for a name and its `www.`.
    for (const { name, written, at } of nginxSites.servers.flatMap(({ names }) => names))
      if (isPlaceholderHost(name) && first(name.replace(/^www\./, '')))
        yield question('host', lineAt(project, at, name), { name: written });
    const files = nginxSites.servers.flatMap(({ directives, locations }) => [
      ...directives,
      ...locations.flatMap((item) => item.directives),
    ]);
    for (const { name, args, at } of files) {
      const path = args[0]?.text ?? '';
      if (/^(root|alias)$/.test(name) && isPlaceholderPath(path) && first(path))
        yield question('path', lineAt(project, at, `${name}:${path}`), { directive: name, path });
    }
    for (const { name, at, directory, user, manager, invocation, variables } of services) {
      const program = [invocation.word, ...invocation.args].find(({ text }) => isPlaceholderPath(text));
      if (program && first(program.text))
        yield question('path', lineAt(project, at, `${name}:command`), {
          directive: manager === 'systemd' ? 'ExecStart' : 'command',
          path: program.text,
        });
      for (const given of variables)
        if (given.value !== undefined && isPlaceholderValue(given.value) && first(`${given.name}=${given.value}`))
          yield question(
            'values',
            { at: given.at, subject: `${name}:${given.name}` },
            {
              service: name,
              variable: given.name,
            },
          );
      if (directory && isPlaceholderPath(directory.text) && first(directory.text))
        yield question('path', lineAt(project, directory.at, `${name}:directory`), {
          directive: manager === 'systemd' ? 'WorkingDirectory' : 'directory',
          path: directory.text,
        });
      if (user && /^(your[-_ ]?\w*|<.*>|user[-_]?name|my[-_]?user)$/i.test(user.text) && first(user.text))
        yield question('user', lineAt(project, user.at, `${name}:user`), { service: name, user: user.text });
    }
  },
});
