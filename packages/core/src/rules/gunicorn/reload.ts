/** A server that watches its files for changes, in production. */
import { deployment } from '../../facts/deployment.js';
import { project } from '../../facts/inputs.js';
import { defineRule, minutes, web } from '../../rule.js';
import { lineSpan } from '../../source.js';
import { serverOf } from './server-command.js';

/** Targets whose own rules look at the command that starts. */
const judgedThere = new Set(['docker', 'heroku']);

export const reload = defineRule({
  id: 'gunicorn/reload',
  title: 'The server restarts whenever a file changes',
  sound: 'The server runs without watching its files',
  category: 'deployment',
  severity: 'high',
  effort: minutes(5),
  risk: 'A half-copied release goes live, requests are cut off, and the watching takes processor time.',
  references: [web('gunicorn: reload', 'https://docs.gunicorn.org/en/stable/settings.html#reload')],
  since: '0.1.0',
  needs: { deployment, project },
  problems: {
    command: '`{process}` starts `{server}` with `--reload`.',
    file: '`{path}` switches `reload` on.',
  },
  when: ({ deployment, project }) =>
    deployment.processes.some((process) => serverOf(process) !== undefined) ||
    project.paths.some((path) => configuration.test(path)),
  *check({ deployment, project }, { problem }) {
    for (const process of deployment.processes) {
      const server = serverOf(process);
      if (judgedThere.has(deployment.target) || !server?.args.includes('--reload') || process.role !== 'web') continue;
      yield {
        ...problem('command', process, { process: process.name, server: server.server }),
        remedy: { summary: 'Leave the option out.', path: process.at.path },
      };
    }
    for (const path of project.paths.filter((candidate) => configuration.test(candidate))) {
      const file = project.file(path);
      const lines = file?.text.split(/\r\n|\r|\n/) ?? [];
      const index = lines.findIndex((line) => /^reload\s*=\s*True\s*(#.*)?$/.test(line));
      if (!file || index < 0) continue;
      yield {
        ...problem('file', { at: file.at(lineSpan(file.text, index + 1)), subject: path }, { path }),
        // Which file is read, the command says; some projects keep one for development.
        confidence: 'firm',
        remedy: { summary: 'Leave the line out.', path },
      };
    }
  },
});

const configuration = /(^|\/)(gunicorn(_conf|_config|\.conf|\.config)?|conf\/gunicorn)(_prod|_production|\.prod)?\.py$/;
