/** A .env file that is read after Django has read its settings. */
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { defineRule, minutes, web } from '../../rule.js';
import { lineSpan } from '../../source.js';

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
  when: ({ settings }) => settings.path !== undefined,
  *check({ project, settings }, { problem }) {
    // Settings that read the file themselves do not wait for it.
    const own = settings.files.some((path) =>
      /load_dotenv|read_dotenv|read_env|from decouple|import decouple/.test(project.file(path)?.text ?? ''),
    );
    if (own) return;
    for (const path of project.paths.filter((candidate) =>
      /(^|\/)([wa]sgi|passenger_wsgi)(_\w+)?\.py$|_wsgi\.py$/.test(candidate),
    )) {
      const file = project.file(path);
      const lines = file?.text.split(/\r\n|\r|\n/) ?? [];
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
