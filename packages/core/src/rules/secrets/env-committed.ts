/** An environment file with credentials, under version control. */
import { project } from '../../facts/inputs.js';
import { cwe, defineRule, minutes, web } from '../../rule.js';
import type { Project } from '../../source.js';
import { isEnvironmentFile, secretLines } from './environment-files.js';
import { isIgnored } from './gitignore.js';

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
  needs: { project },
  problems: { committed: '`{path}` is in the repository and gives a value to {names}.' },
  when: ({ project }) => project.paths.some(isEnvironmentFile),
  *check({ project }, { problem }) {
    for (const path of project.paths.filter(isEnvironmentFile)) {
      const tracked = project.tracked(path);
      if (tracked === false || (tracked === undefined && isIgnored(project, path))) continue;
      const secrets = secretLines(project, path);
      const [first] = secrets;
      if (!first) continue;
      const shown = secrets.slice(0, 4).map(({ name }) => `\`${name}\``);
      const more = secrets.length > shown.length ? ` and ${secrets.length - shown.length} more` : '';
      yield {
        ...problem('committed', { at: first.at, subject: path }, { path, names: shown.join(', ') + more }),
        confidence: tracked === true ? 'firm' : 'tentative',
        evidence: secrets.slice(1, 10).map(({ name, at }) => ({ at, note: `\`${name}\` has a value here.` })),
        remedy: {
          summary: `Replace every credential in it first, then take the file out and ignore it.${wantedBy(project, path)}`,
          code: `git rm --cached '${path}'\necho '/${path}' >> .gitignore`,
          language: 'bash',
        },
      };
    }
  },
});

/** What stops working where the file is gone: images, Compose files and scripts that name it. */
function wantedBy(project: Project, path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const named = new RegExp(`(^|[\\s"'=/:])${name.replace(/[.*+?^$()[\]{}|\\]/g, '\\$&')}(?=[\\s"';&]|$)`, 'm');
  const reader = project.paths.find(
    (other) =>
      /(^|\/)((docker-)?compose[^/]*\.ya?ml|Dockerfile[^/]*|[^/]+\.(sh|service)|Makefile)$/.test(other) &&
      named.test(project.file(other)?.text ?? ''),
  );
  return reader ? ` \`${reader}\` reads it: each machine that runs that needs a file of its own.` : '';
}
