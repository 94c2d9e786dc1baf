/** A repository without .gitignore: whatever lies in the directory goes into the next commit. */
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { defineRule, minutes, web } from '../../rule.js';
import { projectItself } from '../deps/first-line.js';

export const gitignoreMissing = defineRule({
  id: 'secrets/gitignore-missing',
  title: 'There is no .gitignore',
  sound: 'A .gitignore is there',
  category: 'secrets',
  severity: 'low',
  effort: minutes(5),
  risk: 'The next `git add .` takes environment files, databases and uploads along.',
  references: [web('git: gitignore', 'https://git-scm.com/docs/gitignore')],
  since: '0.1.0',
  needs: { project, settings },
  problems: { missing: 'The repository has no .gitignore.' },
  // Where git is not in use, or not seen, there is nothing to ignore.
  when: ({ project, settings }) => settings.path !== undefined && project.tracked(settings.path) === true,
  *check({ project, settings }, { problem }) {
    if (project.paths.some((path) => /(^|\/)\.gitignore$/.test(path))) return;
    const itself = projectItself(project, settings);
    if (!itself) return;
    yield {
      ...problem('missing', { ...itself, subject: '.gitignore' }),
      // A developer may have one for all repositories of a machine.
      confidence: 'firm',
      remedy: {
        summary: 'Make one.',
        code: '.env\n*.sqlite3\n__pycache__/\n.venv/\nvenv/\nmedia/\nstaticfiles/\nnode_modules/',
        language: 'text',
        path: '.gitignore',
      },
    };
  },
});
