/** An environment file with credentials, under version control. */
import { project } from '../../facts/inputs.js';
import { type Settings, settings } from '../../facts/settings.js';
import { stringOf } from '../../facts/value-reading.js';
import { cwe, defineRule, minutes, type Remedy, web } from '../../rule.js';
import type { Project } from '../../source.js';
import { composeFallbacks } from './compose-fallback.js';
import { environmentFiles, isEnvironmentFile, secretLines } from './environment-files.js';
import { isIgnored } from './gitignore.js';
import { untrack } from './untrack.js';

export const envCommitted = defineRule({
  id: 'secrets/env-committed',
  title: 'An environment file with secrets is in the repository',
  sound: 'No environment file with secrets is in the repository',
  category: 'secrets',
  severity: 'critical',
  effort: minutes(45),
  risk: 'Everybody who has or finds a copy of the repository has the credentials in it, also after the file is deleted.',
  references: [
    cwe(540),
    web('The Twelve-Factor App: config', 'https://12factor.net/config'),
    web(
      'GitHub: removing sensitive data from a repository',
      'https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/removing-sensitive-data-from-a-repository',
    ),
  ],
  since: '0.1.0',
  needs: { project, settings },
  problems: { committed: '`{path}` is in the repository and gives a value to {names}.' },
  when: ({ project, settings }) => environmentFiles(project, settings).length > 0,
  *check({ project, settings }, { problem }) {
    for (const path of environmentFiles(project, settings)) {
      const tracked = project.tracked(path);
      if (tracked === false || (tracked === undefined && isIgnored(project, path))) continue;
      const secrets = secretLines(project, path);
      const [first] = secrets;
      if (!first) continue;
      const names = secrets.map(({ name }) => name);
      const fallbacks = composeFallbacks(project, names).slice(0, 6);
      const shown = secrets.slice(0, 4).map(({ name }) => `\`${name}\``);
      const more = secrets.length > shown.length ? ` and ${secrets.length - shown.length} more` : '';
      yield {
        ...problem('committed', { at: first.at, subject: path }, { path, names: shown.join(', ') + more }),
        confidence: tracked === true ? 'firm' : 'tentative',
        ...(names.every((name) => isUnread(project, settings, name))
          ? {
              severity: 'low' as const,
              risk: 'Nothing in the repository was seen to read this key: `SECRET_KEY` comes from elsewhere. It is taken for the real one all the same.',
            }
          : {}),
        evidence: [
          ...secrets.slice(1, 10).map(({ name, at }) => ({ at, note: `\`${name}\` has a value here.` })),
          ...fallbacks.map(({ name, at }) => ({ at, note: `Without \`${name}\` the value written here is used.` })),
        ],
        remedy: withoutFallbacks(remedyFor(project, path), fallbacks),
      };
    }
  },
});

/** Whether it is Django's own key, which no package takes from the environment, and the settings and all other files leave it alone. */
function isUnread(project: Project, settings: Settings, name: string): boolean {
  const key = settings.get('SECRET_KEY');
  if (!/^(DJANGO_)?SECRET_KEY$/.test(name) || stringOf(key.value) === undefined || key.reads.length > 0) return false;
  const quoted = new RegExp(`['"]${name}['"]|\\bBaseSettings\\b|\\bprefix\\b|\\benv_prefix\\b`);
  const expanded = new RegExp(`\\$\\{?${name}\\b|\\b(secrets|vars|env)\\.${name}\\b`);
  return !project.paths.some((path) => {
    if (isEnvironmentFile(path) || /(^|\/)(tests?|docs?|node_modules)\//.test(path)) return false;
    if (path.endsWith('.py')) return quoted.test(project.file(path)?.text ?? '');
    return (
      /\.(ya?ml|sh|bash|toml|conf|ini|service|json)$|(^|\/)(Dockerfile[^/]*|Makefile|Procfile)$/.test(path) &&
      expanded.test(project.file(path)?.text ?? '')
    );
  });
}

/** What else holds a value: where the variable is empty or gone, that would be in force. */
function withoutFallbacks(remedy: Remedy, fallbacks: ReturnType<typeof composeFallbacks>): Remedy {
  const [first, ...others] = fallbacks;
  if (!first) return remedy;
  const more = others.length > 0 ? `, and ${others.length} more such line${others.length === 1 ? '' : 's'}` : '';
  return {
    ...remedy,
    summary: `${remedy.summary} \`${first.at.path}\` falls back on a value of its own for \`${first.name}\` (line ${first.at.start.line}${more}): write \`\${${first.name}:?}\` there, so that nothing starts without one.`,
  };
}

/** Taken out of the repository, or emptied where somebody is handed it from there. */
function remedyFor(project: Project, path: string): Remedy {
  const publisher = publishes(project, path);
  if (publisher)
    return {
      summary: `Replace every credential in it first. \`${publisher}\` publishes the file, so let it stay, with these values empty: whoever installs it has to make values of their own.`,
      path,
    };
  return {
    summary: `Replace every credential in it first, then take the file out and ignore it.${wantedBy(project, path)}`,
    code: untrack(project, path),
    language: 'bash',
  };
}

/** What stops working where the file is gone: images, Compose files and scripts that name it. */
function wantedBy(project: Project, path: string): string {
  const named = nameIn(path);
  const reader = project.paths.find(
    (other) =>
      /(^|\/)((docker-)?compose[^/]*\.ya?ml|Dockerfile[^/]*|[^/]+\.(sh|service)|Makefile)$/.test(other) &&
      named.test(project.file(other)?.text ?? ''),
  );
  return reader ? ` \`${reader}\` reads it: each machine that runs that needs a file of its own.` : '';
}

/** The workflow or script that hands the file to others: with a release, or by a download of it. */
function publishes(project: Project, path: string): string | undefined {
  const name = escaped(path.slice(path.lastIndexOf('/') + 1));
  // `curl -o .env` writes the file here; one at the end of an address is fetched from where it is published.
  const fetched = new RegExp(`\\b(curl|wget)\\b.*[\\w}]/${name}(?=[\\s"';&?]|$)`);
  const listed = new RegExp(`^\\s*-?\\s*(\\$\\{\\{[^}]*\\}\\}/|\\./)?${escaped(path)}\\s*$`);
  const directory = path.slice(0, path.lastIndexOf('/') + 1);
  return project.paths.find((other) => {
    const workflow = /^\.(github|gitea|forgejo)\/workflows\/|^\.gitlab-ci\.ya?ml$/.test(other);
    const script =
      /\.(sh|bash)$/.test(other) && other.startsWith(directory) && !other.slice(directory.length).includes('/');
    if (!workflow && !script) return false;
    const text = project.file(other)?.text ?? '';
    // A list of paths that a release or an artifact is made of.
    const lists = workflow && /release|upload-artifact|^\s*artifacts:/m.test(text);
    return text
      .split(/\r\n|\r|\n/)
      .some(
        (line) =>
          line.length < 2000 && !/^\s*#/.test(line) && ((lists && listed.test(line)) || (script && fetched.test(line))),
      );
  });
}

/** The file's name as a word of its own. */
function nameIn(path: string): RegExp {
  return new RegExp(`(^|[\\s"'=/:])${escaped(path.slice(path.lastIndexOf('/') + 1))}(?=[\\s"';&]|$)`, 'm');
}

function escaped(text: string): string {
  return text.replace(/[.*+?^$()[\]{}|\\]/g, '\\$&');
}
