/** A .env file that is read after Django has read its settings. */
import { project } from '../../facts/inputs.js';
import { type Settings, settings } from '../../facts/settings.js';
import { defineRule, minutes, web } from '../../rule.js';
import { lineSpan, type Project } from '../../source.js';

const load = /^(?:dotenv\.)?(?:load_dotenv|read_dotenv|read_env)\s*\(|^\w+\.read_env\s*\(|^environ\.Env\.read_env\s*\(/;
const start = /^\w+\s*=\s*(?:[\w.]+\()*\s*(?:\w+\.)*get_[aw]sgi_application\s*\(|^django\.setup\s*\(/;

export const envLoadedLate = defineRule({
  id: 'wsgi/env-loaded-late',
  title: 'The environment file is read too late',
  sound: 'The environment file is read before the settings',
  category: 'deployment',
  severity: 'high',
  effort: minutes(5),
  risk: 'The settings see none of its variables: the site stops, or runs on fallbacks.',
  references: [web('python-dotenv: Getting started', 'https://pypi.org/project/python-dotenv/')],
  since: '0.1.0',
  needs: { project, settings },
  problems: {
    late: '`{path}` reads the environment file on line {line}, after Django has loaded its settings on line {start}.',
  },
  when: ({ project, settings }) =>
    settings.path !== undefined &&
    !readsItself(project, settings) &&
    applications(project).some((path) => linesOf(project, path).some((line) => load.test(line))),
  *check({ project }, { problem }) {
    for (const path of applications(project)) {
      const file = project.file(path);
      const lines = linesOf(project, path);
      const [first, loaded] = [lines.findIndex((line) => start.test(line)), lines.findIndex((line) => load.test(line))];
      if (!file || first < 0 || loaded <= first) continue;
      yield {
        ...problem(
          'late',
          { at: file.at(lineSpan(file.text, loaded + 1)), subject: path },
          { path, line: String(loaded + 1), start: String(first + 1) },
        ),
        remedy: { summary: `Move the line above the one that makes the application.`, path },
      };
    }
  },
});

/** Settings that read the file themselves do not wait for it. */
function readsItself(project: Project, { files }: Settings): boolean {
  return files.some((path) =>
    /load_dotenv|read_dotenv|read_env|from decouple|import decouple/.test(project.file(path)?.text ?? ''),
  );
}

/** The modules that make the application for a server. */
function applications(project: Project): readonly string[] {
  return project.paths.filter((path) =>
    /(^|\/)([wa]sgi(\/\w+)?|([wa]sgi|passenger_wsgi)_\w+|passenger_wsgi)\.py$|_wsgi\.py$/.test(path),
  );
}

function linesOf(project: Project, path: string): readonly string[] {
  return project.file(path)?.text.split(/\r\n|\r|\n/) ?? [];
}
