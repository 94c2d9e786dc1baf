/** Nothing tells the team that a package has a new release or a known hole. */
import { type Dependencies, dependencies } from '../../facts/dependencies.js';
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { defineRule, minutes, web } from '../../rule.js';
import { ciSays } from '../testing/ci-files.js';
import { projectItself } from './first-line.js';

const tool =
  /^(\.(github|gitea|forgejo|gitlab)\/)?((\.?renovate(rc)?)(\.json5?)?|dependabot\.ya?ml)$|^\.(pyup|snyk|whitesource|mend|dependabot\/config)(\.ya?ml)?$|^\.github\/workflows\/[^/]*(renovate|dependabot|dependenc|update|audit|osv|snyk|safety|codeql)[^/]*$/i;
const scan =
  /\b(pip[-_]audit|osv-scanner|safety\s+(check|scan)|dependency-review|snyk|trivy|grype|uv\s+audit|pyup|renovate|dependabot|dependency.?check|gemnasium|Dependency-Scanning|black.?duck|sonatype|jake)\b/i;

export const updateToolMissing = defineRule({
  id: 'deps/update-tool-missing',
  title: 'Nothing watches the packages',
  sound: 'Something watches the packages for new releases and known holes',
  category: 'dependencies',
  severity: 'low',
  effort: minutes(15),
  risk: 'A hole in a package is mended by a release that nobody hears of.',
  references: [
    web(
      'GitHub: Dependabot version updates',
      'https://docs.github.com/code-security/dependabot/dependabot-version-updates',
    ),
    web('pip-audit', 'https://github.com/pypa/pip-audit'),
  ],
  since: '0.1.0',
  needs: { dependencies, project, settings },
  problems: {
    none: 'No Dependabot, Renovate or step of CI looks for new releases and known holes of the packages.',
  },
  when: ({ dependencies, settings }) =>
    settings.path !== undefined && dependencies.manifests.some(({ kind }) => kind === 'runtime'),
  *check({ dependencies, project, settings }, { problem }) {
    if (project.paths.some((path) => tool.test(path)) || ciSays(project, scan)) return;
    const itself = projectItself(project, settings);
    if (!itself) return;
    yield {
      ...problem('none', { ...itself, subject: 'updates' }),
      // An organisation may scan all of its repositories.
      confidence: 'tentative',
      remedy: {
        summary: 'Let a service open a change for each release.',
        code: `version: 2
updates:
  - package-ecosystem: ${dependencies.manifests.some(({ format }) => format === 'uv-lock') ? 'uv' : 'pip'}
    directory: /${directoryOf(dependencies)}
    schedule:
      interval: weekly`,
        language: 'yaml',
        path: '.github/dependabot.yml',
      },
    };
  },
});

/** Where Dependabot finds what production installs; into a directory of requirements it looks by itself. */
function directoryOf({ manifests }: Dependencies): string {
  const [first = ''] = manifests
    .filter(({ kind }) => kind === 'runtime')
    .map(({ path }) => path.split('/').slice(0, -1))
    .map((parts) => (parts.at(-1) === 'requirements' ? parts.slice(0, -1) : parts))
    .sort((a, b) => a.length - b.length)
    .map((parts) => parts.join('/'));
  return first;
}
