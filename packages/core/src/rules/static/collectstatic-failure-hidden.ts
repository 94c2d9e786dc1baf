/** Builds and starts that go on after `collectstatic` has failed. */
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { purposeOf } from '../../file-purpose.js';
import { defineRule, docs, minutes } from '../../rule.js';
import type { Location, Project } from '../../source.js';
import { hasFinalValues } from '../settings/final-values.js';
import { collects } from './static-settings.js';

/** Files whose commands build or start a site. */
const recipe =
  /(^|\/)(Dockerfile[\w.-]*|[\w.-]*\.Dockerfile|Procfile|entrypoint|start|build|deploy|release|[^/]*\.(sh|bash)|[^/]*\.ya?ml|[^/]*\.toml|\.deploy)$/i;
/** What follows the command and turns its failure into a success; a message in front of `exit 1` does not. */
const hidden = /^[^\n;|#]*(?:\|\|\s*(?:true|:|exit\s+0|echo\b)|;\s*(?:true|exit\s+0)\b)(?![^\n]*\bexit\s+[1-9])/;

export const collectstaticFailureHidden = defineRule({
  id: 'static/collectstatic-failure-hidden',
  title: 'The deployment goes on when collectstatic fails',
  sound: 'The deployment stops when collectstatic fails',
  category: 'static-media',
  severity: 'medium',
  effort: minutes(5),
  risk: 'A release goes live without its static files, or with those of the last one: pages without styles, or errors on every page.',
  references: [docs('ref/contrib/staticfiles', 'collectstatic')],
  since: '0.1.0',
  needs: { project, settings },
  problems: { hidden: '`{path}` goes on when `collectstatic` fails.' },
  when: ({ project, settings }) =>
    hasFinalValues(settings) && collects(settings) === 'yes' && commandsIn(project).length > 0,
  *check({ project }, { problem }) {
    for (const { at, text } of commandsIn(project)) {
      if (!hidden.test(text)) continue;
      yield {
        ...problem('hidden', { at, subject: `${at.path}:collectstatic` }, { path: at.path }),
        remedy: {
          summary: 'Let it stop there: take away what follows `collectstatic`, and mend what it complains of.',
          path: at.path,
        },
      };
    }
  },
});

/** Each command with what follows it on its line, and on those that a backslash joins to it. */
function commandsIn(project: Project): readonly { readonly at: Location; readonly text: string }[] {
  return project.paths.flatMap((path) => {
    const file =
      recipe.test(path) && !['development', 'other'].includes(purposeOf(path)) ? project.file(path) : undefined;
    if (!file?.text.includes('collectstatic')) return [];
    return [
      ...file.text.matchAll(/^([^#\n]{0,500}?\bmanage(?:\.py)?\s+|[^#\n]{0,500}?\bdjango-admin\s+)collectstatic\b/gm),
    ].map(({ 0: whole, 1: before = '', index }) => {
      const end = index + whole.length;
      return {
        at: file.at({ start: index + before.search(/\S/), end }),
        text:
          file.text
            .slice(end, end + 500)
            .replace(/\\\r?\n/g, ' ')
            .split(/\r?\n/, 1)[0] ?? '',
      };
    });
  });
}
