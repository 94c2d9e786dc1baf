/** Builds and starts that go on after `collectstatic` has failed. */
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { purposeOf } from '../../file-purpose.js';
import { defineRule, docs, minutes, type Remedy } from '../../rule.js';
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
  problems: {
    hidden: '`{path}` goes on when `collectstatic` fails.',
    unchecked: '`{path}` goes on when `collectstatic` fails: a shell script without `set -e` takes the next line then.',
  },
  when: ({ project, settings }) =>
    hasFinalValues(settings) && collects(settings) === 'yes' && commandsIn(project).length > 0,
  *check({ project }, { problem }) {
    for (const { at, text } of commandsIn(project)) {
      if (isUnchecked(project, at, text)) {
        yield {
          ...problem('unchecked', { at, subject: `${at.path}:collectstatic` }, { path: at.path }),
          confidence: 'firm',
          remedy: stopping(project, at),
        };
        continue;
      }
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

/** The line with what lets the script end there; `set -e` would end it at other lines as well. */
function stopping(project: Project, { path, span }: Location): Remedy {
  const file = project.file(path);
  const line = /^[^\n\r#;]*/.exec(file?.text.slice(span.start) ?? '')?.[0].trimEnd() ?? '';
  const summary = 'Let the script end there: what comes after it would serve a site without its static files.';
  if (!file || line === '' || line.endsWith('\\')) return { summary, path };
  const at = file.at({ start: span.start, end: span.start + line.length });
  return { summary, code: `${line} || exit 1`, language: 'bash', path, place: 'instead', at };
}

/** Whether a shell script takes its next command whatever becomes of this one. */
function isUnchecked(project: Project, { path, span }: Location, after: string): boolean {
  const text = project.file(path)?.text ?? '';
  if (!/\.(sh|bash)$/.test(path) && !/^#!.*\b(?:ba|da|k|z)?sh\b/.test(text)) return false;
  const before = text.slice(0, span.start);
  const line = text.slice(before.lastIndexOf('\n') + 1, span.end);
  if (/^#!.*sh\b.*\s-\w*e|^[^#\n]{0,200}\bset\b[^\n#]*(?:\s-[a-z]*e|\berrexit\b)/m.test(before)) return false;
  // What asks for its result, or hands it on, sees to it.
  if (/&&|\|\|/.test(after) || /&&|\|\||\b(?:if|while|until)\b|!/.test(line) || /\btrap\b[^\n]*\bERR\b/.test(before))
    return false;
  // Whoever calls a function of a script decides what becomes of its failures; a development server is no deployment.
  if (/^[ \t]/.test(line) && /^[ \t]*(?:function[ \t]+)?[\w-]+[ \t]*\(\)/m.test(before)) return false;
  const rest = text.slice(span.end).split(/\r?\n/).slice(1);
  if (rest.some((one) => /\brunserver\b/.test(one))) return false;
  if (/\$\?/.test(rest[0] ?? '')) return false;
  // What only says something keeps nobody from a site that runs already; of a build it makes a success.
  const telling = running.test(before) || /\bexec\b[^\n]*$/.test(before);
  return rest.some((one) => !(telling ? says : /^\s*(?:#.*)?$/).test(one));
}

/** Lines that start the site, or start it anew. */
const running =
  /^[^#\n]*\b(?:up\s+(?:[\w=-]+\s+)*(?:-d|--detach)\b|systemctl\s+(?:re)?start\b|(?:service|supervisorctl)\s[^\n]*\bre?start\b|docker\s+(?:run|start|restart)\b|kubectl\s+(?:apply|rollout)\b|gunicorn\b)/m;

/** Lines of a shell script that only say how things are, and words around them. */
const says =
  /^\s*(?:#.*|(?:echo|printf|sleep|date|exit\s+0|tput|true|:)(?:\s[^|&;]*)?|(?:sudo\s+)?(?:docker(?:-compose|\s+compose)?\s(?:-\S+\s+(?:[\w./-]+\.ya?ml\s+)?)*(?:ps|images|logs)|(?:systemctl|service)\s+status|kubectl\s+get)\b[^|&;]*|(?:if|elif)\b[^|&]*|then|else|fi|\}|\)|)$/;

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
