/** A Pipfile without the lock that pipenv installs from. */
import { dependencies } from '../../facts/dependencies.js';
import { project } from '../../facts/inputs.js';
import { defineRule, minutes, web } from '../../rule.js';

export const lockWithoutSource = defineRule({
  id: 'deps/lock-without-source',
  title: 'The Pipfile has no lock file',
  sound: 'The Pipfile has its lock file',
  category: 'dependencies',
  severity: 'high',
  effort: minutes(10),
  risk: '`pipenv install --deploy` stops, and without `--deploy` every installation takes other versions.',
  references: [web('Pipenv: Pipfile and Pipfile.lock', 'https://pipenv.pypa.io/en/latest/pipfile.html')],
  since: '0.1.0',
  needs: { dependencies, project },
  problems: { unlocked: '`{path}` is there, and `{lock}` is not.' },
  when: ({ dependencies }) =>
    dependencies.manifests.some(({ format, kind }) => format === 'pipfile' && kind === 'runtime'),
  *check({ dependencies, project }, { problem }) {
    for (const { path, format, kind } of dependencies.manifests) {
      if (format !== 'pipfile' || kind !== 'runtime') continue;
      const lock = `${path}.lock`;
      const file = project.file(path);
      // Another manifest of production may be what is installed, and the Pipfile a leftover.
      const others = dependencies.manifests.some((other) => other.kind === 'runtime' && other.format !== 'pipfile');
      if (!file || others || project.file(lock) || project.skipped.some((skipped) => skipped.path === lock)) continue;
      yield {
        ...problem('unlocked', { at: file.at({ start: 0, end: 0 }), subject: path }, { path, lock }),
        remedy: {
          summary: 'Make the lock file and commit it.',
          code: 'pipenv lock\ngit add Pipfile.lock',
          language: 'bash',
        },
      };
    }
  },
});
