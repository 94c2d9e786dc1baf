/** Host names and paths of a template that a virtual host still has. */
import { defineRule, minutes, project, web } from '@django-golive/core';
import { isPlaceholderHost, isPlaceholderPath } from '../../files/placeholder.js';
import { lineAt } from '../../files/shown-line.js';
import { scriptPlaceholders } from '../../own-server/script-placeholders.js';
import { apacheSites } from '../virtual-hosts.js';

/** Directives that name a path; those of certificates have a rule of their own. */
const paths = ['DocumentRoot', 'WSGIScriptAlias', 'WSGIDaemonProcess', 'WSGIPythonHome', 'Alias', 'AuthUserFile'];

export const placeholderLeft = defineRule({
  id: 'apache-ubuntu/placeholder-left',
  title: 'A virtual host still has names of a template',
  sound: 'No virtual host has names of a template',
  category: 'deployment',
  severity: 'low',
  effort: minutes(5),
  risk: 'Apache answers for a name that is not yours, and not for your own, or does not start for want of a file.',
  references: [web('Apache: Name-based virtual hosts', 'https://httpd.apache.org/docs/2.4/vhosts/name-based.html')],
  since: '0.1.0',
  needs: { project, apacheSites },
  problems: {},
  questions: {
    host: '`{name}` is the name of a template. Does the server have your own in its place?',
    script: '`{script}` calls `{program}` with `{text}`, of a template. Is your own in its place when it runs?',
    path: '`{directive}` names `{path}`, the path of a template. Does the server have your own in its place?',
  },
  when: ({ apacheSites }) => apacheSites.hosts.length > 0,
  *check({ project, apacheSites }, { question }) {
    const seen = new Set<string>();
    for (const { program, text, at } of scriptPlaceholders(project))
      yield question('script', lineAt(project, at, `${at.path}:${text}`), { script: at.path, program, text });
    for (const { name, at } of apacheSites.hosts.flatMap((host) => host.names)) {
      // One question for a name and its `www.`.
      const own = name.replace(/^www\./, '');
      if (seen.has(own) || !isPlaceholderHost(name)) continue;
      seen.add(own);
      yield question('host', lineAt(project, at, name), { name });
    }
    for (const directive of paths.flatMap((name) => apacheSites.named(name))) {
      const path = directive.args.map(({ text }) => text.replace(/^[\w-]+=/, '')).find(isPlaceholderPath);
      if (path === undefined || seen.has(path)) continue;
      seen.add(path);
      yield question('path', lineAt(project, directive.at, `${directive.written}:${path}`), {
        directive: directive.written,
        path,
      });
    }
  },
});
