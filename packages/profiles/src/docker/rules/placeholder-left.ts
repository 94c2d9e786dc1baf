/** Host names, paths and values of a template that the files of the containers still have. */
import { defineRule, minutes, project, web } from '@django-golive/core';
import type { ComposeProject, ComposeVariable } from '../../files/compose-model.js';
import { isPlaceholderHost, isPlaceholderPath, isPlaceholderValue } from '../../files/placeholder.js';
import { containers } from '../containers.js';
import { reverseProxy } from '../reverse-proxy.js';

export const placeholderLeft = defineRule({
  id: 'docker/placeholder-left',
  title: 'Files of the containers still have names or values of a template',
  sound: 'The files of the containers name this site',
  category: 'deployment',
  severity: 'low',
  effort: minutes(5),
  risk: 'The proxy answers for a name that is not yours, and not for your own, or does not start for want of a certificate.',
  references: [web('nginx: Server names', 'https://nginx.org/en/docs/http/server_names.html')],
  since: '0.1.0',
  needs: { project, reverseProxy, containers },
  problems: {},
  questions: {
    host: '`{name}` is the name of a template. Does the server have your own in its place?',
    values: '`{path}` gives {names} the value of a template. Does the server have your own in its place?',
    path: '`{directive}` names `{path}`, the path of a template. Does the server have your own in its place?',
  },
  when: ({ reverseProxy, containers }) =>
    (reverseProxy?.files.length ?? 0) > 0 || placeholdersOf(containers.compose).size > 0,
  *check({ project, reverseProxy, containers }, { question }) {
    for (const [path, variables] of placeholdersOf(containers.compose)) {
      const [first] = variables;
      const names = [...new Set(variables.map(({ name }) => `\`${name}\``))].join(', ');
      if (first) yield question('values', { at: first.at, subject: path }, { path, names });
    }
    const seen = new Set<string>();
    for (const path of reverseProxy?.files ?? []) {
      const file = project.file(path);
      if (!file) continue;
      // A line that is commented out configures nothing.
      const text = file.text.replace(/^[ \t]*#.*$/gm, (line) => ' '.repeat(line.length));
      for (const match of text.matchAll(/\bserver_name[ \t]+([^;{}]+);|\bHost\(([^)]*)\)|^([\w.-]+)[ \t]*\{/gm)) {
        const names = (match[1] ?? match[2] ?? match[3] ?? '').split(/[\s,`"']+/);
        const name = names.find((word) => isPlaceholderHost(word));
        const own = name?.replace(/^www\./, '');
        if (name === undefined || own === undefined || seen.has(own)) continue;
        seen.add(own);
        const at = file.at({ start: match.index, end: match.index + match[0].length });
        yield question('host', { at, subject: `${path}:${name}`, current: match[0] }, { name });
      }
      for (const match of text.matchAll(/\b(ssl_certificate(?:_key)?|certFile|keyFile)[ \t:=]+["']?([^;\s"']+)/g)) {
        const [written, directive = '', target = ''] = match;
        const stands = isPlaceholderPath(target) || target.split('/').some((part) => isPlaceholderHost(part));
        if (!stands || seen.has(target.replace(/[^/]*$/, ''))) continue;
        seen.add(target.replace(/[^/]*$/, ''));
        const at = file.at({ start: match.index, end: match.index + written.length });
        yield question('path', { at, subject: `${path}:${directive}`, current: written }, { directive, path: target });
      }
    }
  },
});

/**
 * The variables that the services are given, by file: those of `env_file`, and those that a Compose file writes down itself.
 * Of a weak key the settings' own rule tells.
 */
function placeholdersOf(compose: ComposeProject | undefined): ReadonlyMap<string, readonly ComposeVariable[]> {
  const found = (compose?.services ?? [])
    .flatMap(({ variables }) => variables)
    .filter(
      ({ from, name, value, raw }) =>
        // What is interpolated has a fallback that the server may replace, and a rule of its own where it is a secret.
        (from === 'env_file' || raw === undefined || !raw.includes('$')) &&
        !/SECRET_KEY/.test(name) &&
        isPlaceholderValue(value ?? ''),
    );
  const files = new Map<string, ComposeVariable[]>();
  for (const variable of found) files.set(variable.at.path, [...(files.get(variable.at.path) ?? []), variable]);
  return files;
}
