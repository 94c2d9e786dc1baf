/** Lock files that do not follow what is declared beside them. */
import { dependencies, type Manifest } from '../../facts/dependencies.js';
import { groupBy } from '../../group.js';
import { defineRule, minutes, web } from '../../rule.js';
import { listed } from '../listed.js';

const commands: Readonly<Partial<Record<Manifest['format'], string>>> = {
  'uv-lock': 'uv lock',
  'poetry-lock': 'poetry lock',
  'pdm-lock': 'pdm lock',
  'pipfile-lock': 'pipenv lock',
};

export const lockOutOfStep = defineRule({
  id: 'deps/lock-out-of-step',
  title: 'A lock file has stayed behind',
  sound: 'The lock files follow what is declared',
  category: 'dependencies',
  severity: 'medium',
  effort: minutes(10),
  risk: '`poetry install`, `uv sync --locked` and `pipenv install --deploy` stop, and whatever installs from the lock file alone leaves out what was declared since.',
  references: [web('uv: Locking and syncing', 'https://docs.astral.sh/uv/concepts/projects/sync/')],
  since: '0.1.0',
  needs: { dependencies },
  problems: { behind: '`{lock}` does not follow `{path}`: {lines}.' },
  when: ({ dependencies }) =>
    dependencies.manifests.some(
      ({ path, format, kind }) =>
        kind === 'runtime' &&
        (commands[format] !== undefined ||
          format === 'pylock' ||
          (path.endsWith('.in') && dependencies.manifests.some((other) => other.path === compiledFrom(path)))),
    ) || (dependencies.outOfStep ?? []).length > 0,
  *check({ dependencies }, { problem }) {
    for (const [lock, all] of groupBy(dependencies.outOfStep ?? [], (one) => one.lock)) {
      const [first] = all;
      if (!first) continue;
      const format = dependencies.manifests.find(({ path }) => path === lock)?.format;
      const command = first.command ?? (format && commands[format]);
      const missing = all.filter(({ version }) => version === undefined).map(({ name }) => name);
      const other = all.flatMap(({ name, version, declared }) =>
        version === undefined ? [] : [`it has \`${name}\` ${version} where \`${declared}\` is declared`],
      );
      const lines = [...(missing.length > 0 ? [`it lacks ${listed(missing)}`] : []), ...other.slice(0, 3)].join(', ');
      yield {
        ...problem('behind', { at: first.at, subject: `lock:${lock}` }, { lock, path: first.at.path, lines }),
        confidence: 'firm',
        evidence: all.slice(0, 12).map(({ at, declared }) => ({ at, note: `\`${declared}\` is declared here.` })),
        remedy: {
          summary: 'Lock anew, and commit the lock file.',
          ...(command === undefined ? {} : { code: `${command}\ngit add ${lock}`, language: 'bash' }),
        },
      };
    }
  },
});

/** The file that pip-compile makes of a source. */
function compiledFrom(source: string): string {
  return source.replace(/\.in$/, '.txt');
}
