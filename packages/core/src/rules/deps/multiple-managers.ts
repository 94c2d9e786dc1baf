/** Files of several installers that give different versions of the same packages. */
import { dependencies, type Manifest } from '../../facts/dependencies.js';
import { deployment } from '../../facts/deployment.js';
import { defineRule, minutes, web } from '../../rule.js';
import { listed } from '../listed.js';

/** Whose file it is. What pip reads, every installer can write. */
const installers: Readonly<Record<Manifest['format'], string>> = {
  requirements: 'pip',
  'setup-cfg': 'pip',
  'setup-py': 'pip',
  pyproject: 'pip',
  pylock: 'pip',
  poetry: 'Poetry',
  'poetry-lock': 'Poetry',
  pipfile: 'Pipenv',
  'pipfile-lock': 'Pipenv',
  'uv-lock': 'uv',
  'pdm-lock': 'PDM',
  conda: 'conda',
};

export const multipleManagers = defineRule({
  id: 'deps/multiple-managers',
  title: 'Files of several installers disagree',
  sound: 'The files of different installers do not disagree',
  category: 'dependencies',
  severity: 'medium',
  effort: minutes(30),
  risk: 'Which versions production has depends on who installs it: one file is updated, and the other one is deployed.',
  references: [
    web(
      'Python Packaging: Managing dependencies',
      'https://packaging.python.org/en/latest/tutorials/managing-dependencies/',
    ),
  ],
  since: '0.1.0',
  needs: { dependencies, deployment },
  problems: {
    differ:
      '`{one}` ({first}) and `{other}` ({second}) give different versions of {names}, and nothing says which of them is installed.',
  },
  // Heroku refuses to choose, which is the worse fault and has a rule of its own.
  when: ({ dependencies, deployment }) =>
    deployment.target !== 'heroku' &&
    new Set(dependencies.manifests.filter(({ kind }) => kind === 'runtime').map(({ format }) => installers[format]))
      .size > 1,
  *check({ dependencies }, { problem }) {
    const installerOf = (path: string): string | undefined => {
      const manifest = dependencies.manifests.find((one) => one.path === path);
      return manifest && installers[manifest.format];
    };
    const isLock = (path: string): boolean => dependencies.manifests.some((each) => each.path === path && each.lock);
    for (const { names, files } of dependencies.conflicts ?? []) {
      // Of a lock and a file that people write, the latter is the one that was forgotten.
      const [one, other] = isLock(files[0].at.path) && !isLock(files[1].at.path) ? [files[1], files[0]] : files;
      const [first, second] = [installerOf(one.at.path), installerOf(other.at.path)];
      if (first === undefined || second === undefined || first === second) continue;
      yield {
        ...problem(
          'differ',
          { at: one.at, subject: 'installers' },
          {
            one: one.at.path,
            other: other.at.path,
            first,
            second,
            names: listed(names),
          },
        ),
        evidence: files.map(({ at, version }) => ({ at, note: `\`${names[0] ?? ''}\` ${version}` })),
        remedy: {
          summary:
            'Keep the file of the installer that production uses, and remove the other or write it by that installer.',
        },
      };
      return;
    }
  },
});
