/** A settings module that a file names and the repository does not hold. */
import { entryPoints } from '../../facts/entry-points.js';
import { project } from '../../facts/inputs.js';
import { defineRule, docs, minutes } from '../../rule.js';
import { isIgnored } from '../secrets/gitignore.js';
import { moduleFile } from './module-file.js';

export const moduleMissing = defineRule({
  id: 'settings/module-missing',
  title: 'The settings module is not in the repository',
  sound: 'The settings module is in the repository',
  category: 'deployment',
  severity: 'critical',
  effort: minutes(10),
  risk: 'Django stops at once with `ModuleNotFoundError`.',
  references: [docs('topics/settings', 'envvar-DJANGO_SETTINGS_MODULE')],
  since: '0.1.0',
  needs: { entryPoints, project },
  problems: { missing: '{name} loads `{module}`, and the repository has no such module.' },
  questions: {
    elsewhere: '{name} loads `{module}`, which is not in the repository. Where does production get it from?{instead}',
  },
  when: ({ entryPoints }) => entryPoints.all.some((entry) => entry.module !== undefined && entry.at !== undefined),
  *check({ entryPoints, project }, { problem, question }) {
    const said = new Set<string>();
    for (const entry of entryPoints.all) {
      const { at, module, name } = entry;
      if (at === undefined || module === undefined || entry.path !== undefined || said.has(module)) continue;
      said.add(module);
      const about = { at, subject: `${module}` };
      const judged = entry.role === 'web' ? entryPoints.production : undefined;
      const instead =
        judged?.path === undefined || judged.module === module ? '' : ` \`${judged.module}\` is judged in its place.`;
      const roots = entry.roots.length > 0 ? entry.roots : [''];
      const expected = roots.map((root) => `${root === '' ? '' : `${root}/`}${module.replaceAll('.', '/')}.py`);
      const found = moduleFile(project, roots, module);
      if (typeof found === 'object') continue;
      // A file that version control leaves out on purpose may well be on the server.
      if (found === 'elsewhere' || expected.some((path) => isIgnored(project, path))) {
        yield question('elsewhere', about, { name, module, instead });
      } else {
        yield {
          ...problem('missing', about, { name, module }),
          evidence: [{ at, note: entry.reason }],
          ...(entry.candidates.length === 0
            ? {}
            : {
                remedy: {
                  summary: `Name a module that is there: ${entry.candidates.map((one) => `\`${one}\``).join(', ')}.`,
                  path: at.path,
                },
              }),
        };
      }
    }
  },
});
