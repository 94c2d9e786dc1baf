/** A root URL configuration that is the empty list while DEBUG is off: mostly a sum that a conditional expression swallows. */
import { truthOf } from '../../describe.js';
import { project } from '../../facts/inputs.js';
import { type Settings, settings } from '../../facts/settings.js';
import { urls } from '../../facts/urls.js';
import { defineRule, docs, minutes, web } from '../../rule.js';
import type { Project } from '../../source.js';
import { hasFinalValues } from '../settings/final-values.js';

/** Settings of packages that choose another configuration for some hosts. */
const choosers = ['ROOT_HOSTCONF', 'SUBDOMAIN_URLCONFS', 'PUBLIC_SCHEMA_URLCONF', 'TENANT_TYPES'] as const;

export const onlyWhileDebug = defineRule({
  id: 'urls/only-while-debug',
  title: "The site's addresses are there only while debug mode is on",
  sound: "The site's addresses stay when debug mode is off",
  category: 'deployment',
  severity: 'critical',
  effort: minutes(5),
  risk: 'Every page of the site answers 404.',
  references: [
    docs('topics/http/urls', 'how-django-processes-a-request'),
    docs('howto/static-files', 'serving-files-uploaded-by-a-user-during-development'),
    web(
      'Python: conditional expressions',
      'https://docs.python.org/3/reference/expressions.html#conditional-expressions',
    ),
  ],
  since: '0.1.0',
  needs: { project, settings, urls },
  problems: {
    empty: '`urlpatterns` in `{path}` is the empty list while `DEBUG` is off: every address answers 404.',
    vanish: '`urlpatterns` in `{path}` is the empty list as soon as `DEBUG` is off: every address then answers 404.',
  },
  when: ({ project, settings, urls }) =>
    hasFinalValues(settings) && urls.debugOnly !== undefined && !choosesAnother(project, settings),
  *check({ settings, urls }, { problem }) {
    const { debugOnly, path } = urls;
    if (!debugOnly || path === undefined) return;
    const off = truthOf(settings.get('DEBUG').value) === 'no';
    yield {
      ...problem(off ? 'empty' : 'vanish', debugOnly, { path }),
      remedy: {
        summary: debugOnly.addsFiles
          ? `Delete \`${debugOnly.condition}\`: it takes the whole sum, and \`static()\` gives nothing by itself while \`DEBUG\` is off.`
          : `Delete \`${debugOnly.condition}\`, or put brackets around it and what only development needs.`,
        path,
      },
    };
  },
});

/** Whether something may answer requests from another configuration than the root's. */
const choosesAnother = (project: Project, settings: Settings): boolean =>
  choosers.some((name) => settings.get(name).origin !== 'absent') ||
  project.paths.some((path) => path.endsWith('.py') && /\.urlconf\s*=[^=]/.test(project.file(path)?.text ?? ''));
