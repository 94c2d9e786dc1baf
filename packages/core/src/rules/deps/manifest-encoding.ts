/** Requirements files that pip cannot read: bytes that are no text, or what conda exported. */
import { dependencies } from '../../facts/dependencies.js';
import { project } from '../../facts/inputs.js';
import { defineRule, minutes, web } from '../../rule.js';

export const manifestEncoding = defineRule({
  id: 'deps/manifest-encoding',
  title: 'A requirements file is not text that pip can read',
  sound: 'The requirements files are text that pip can read',
  category: 'dependencies',
  severity: 'high',
  effort: minutes(5),
  risk: '`pip install -r` stops before it installs anything, so nothing is deployed.',
  references: [
    web(
      'pip: Requirements file format, encoding',
      'https://pip.pypa.io/en/stable/reference/requirements-file-format/#encoding',
    ),
  ],
  since: '0.1.0',
  needs: { dependencies, project },
  problems: {
    broken: '`{path}` has bytes that are no UTF-8, and says no other encoding.',
    conda: '`{path}` is a list that conda exported, and pip refuses its lines, such as `{line}`.',
  },
  questions: { refused: 'pip stops at this line, as far as can be told: {why}. Is the file installed as it is?' },
  when: ({ dependencies }) =>
    dependencies.manifests.some(({ kind, format }) => kind === 'runtime' && format === 'requirements'),
  *check({ dependencies, project }, { problem, question }) {
    for (const { path, kind, format } of dependencies.manifests) {
      const file = kind === 'runtime' && format === 'requirements' ? project.file(path) : undefined;
      if (!file || !/\.(txt|in|pip)$/.test(path)) continue;
      const exported = /^[\w.-]+=[^\s=<>!~]+=[^\s=<>!~]+(?=\s)/m.exec(file.text);
      if (exported) {
        const [line] = exported;
        const at = file.at({ start: exported.index, end: exported.index + line.length });
        yield {
          ...problem('conda', { at, current: line, subject: `conda:${path}` }, { path, line }),
          confidence: 'firm',
          remedy: {
            summary:
              'Write the file with pip, in the environment on which the site runs, or let the build make its environment with conda.',
            code: `python -m pip list --format=freeze > ${path}`,
            language: 'bash',
            path,
          },
        };
        return;
      }
      const start = file.text.search(/[\0\uFFFD]/);
      // A comment in the first two lines may say which encoding it is, as in Python's own files.
      if (start < 0 || /^(?:[^\n]*\n)?[ \t\f]*#.*?coding[:=][ \t]*[-\w.]+/.test(file.text)) continue;
      yield {
        ...problem('broken', { at: file.at({ start, end: start + 1 }), subject: `encoding:${path}` }, { path }),
        // An old pip falls back on the encoding of the machine.
        confidence: 'firm',
        remedy: { summary: 'Save the file as UTF-8.', path },
      };
      return;
    }
    const isInstalled = (path: string) =>
      dependencies.manifests.some(
        (one) => one.path === path && one.kind === 'runtime' && one.format === 'requirements',
      );
    const line = dependencies.problems.find(({ refused, at }) => refused && isInstalled(at.path));
    if (line) yield question('refused', { at: line.at, subject: `refused:${line.at.path}` }, { why: line.why });
  },
});
