/** Pages without a content security policy. */

import type { Evidence } from '../../fact.js';
import { dependencies } from '../../facts/dependencies.js';
import { project } from '../../facts/inputs.js';
import { type Setting, type Settings, settings } from '../../facts/settings.js';
import { isPage, type Templates, templates } from '../../facts/templates.js';
import { isKnown, stringsOf } from '../../facts/value-reading.js';
import { cwe, defineRule, docs, hours, type Remedy, web } from '../../rule.js';
import { lineSpan, type Project } from '../../source.js';
import { headerAtEdge } from '../https/edge-header.js';
import { atAssignment } from '../settings/assignment-of.js';
import { atLeastSeries } from '../settings/django-series.js';
import { homeOf } from '../settings/environment-style.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { middlewareOf, policyMiddleware } from '../settings/middleware.js';
import { policySettings } from './csp-not-a-dict.js';
import { packageMiddleware, packageSettings } from './policy-package.js';

const header = /Content-Security-Policy/i;

export const cspMissing = defineRule({
  id: 'headers/csp-missing',
  title: 'Pages have no content security policy',
  sound: 'Pages have a content security policy',
  category: 'security',
  severity: 'low',
  effort: hours(4),
  risk: 'A script that gets into a page through one forgotten escape runs, and acts as the visitor.',
  references: [
    cwe(693),
    docs('ref/csp'),
    web('MDN: Content Security Policy', 'https://developer.mozilla.org/docs/Web/HTTP/Guides/CSP'),
  ],
  since: '0.1.0',
  needs: { dependencies, project, settings, templates },
  problems: { missing: 'No setting, no middleware and no server file sends a Content-Security-Policy.' },
  strengths: { elsewhere: '`{path}` sends a Content-Security-Policy.' },
  // Answers to programs run no scripts.
  // A policy that is written down and never sent is told of by another rule.
  when: ({ settings, templates }) =>
    hasFinalValues(settings) &&
    isKnown(middlewareOf(settings).value) &&
    templates.files.some(isPage) &&
    (sendsPolicy(settings) ||
      [...policySettings, ...packageSettings].every((name) => settings.get(name).origin !== 'assigned')),
  *check({ dependencies, project, settings, templates }, { problem, strength }) {
    const setting = middlewareOf(settings);
    const packaged = ['django-csp', 'secure', 'django-security'].some(
      (name) => dependencies.get(name)?.kind === 'runtime',
    );
    if (sendsPolicy(settings) || packaged) return;
    const other = headerAtEdge(project, 'Content-Security-Policy') ?? inOwnFiles(project, templates);
    if (other) {
      yield strength('elsewhere', { at: other.at }, { path: other.at.path });
      return;
    }
    yield {
      ...problem('missing', atAssignment(project, setting)),
      // A server in front whose files lie elsewhere may send one.
      confidence: confidenceIn(settings, setting) === 'certain' ? 'firm' : 'tentative',
      remedy: remedyFor(settings.django, setting, homeOf(settings)),
    };
  },
});

/** Middleware that sends a policy, of Django, of a package, or of the project by its name. */
function sendsPolicy(settings: Settings): boolean {
  return stringsOf(middlewareOf(settings).value).some((entry) =>
    /csp|content_?security|secure_?headers|security_?headers|^secure\./i.test(entry),
  );
}

/** Begun in the way that breaks nothing: browsers report what the policy would stop. */
function remedyFor(series: string, middleware: Setting, path: string | undefined): Remedy {
  const { declare, name, lines, last } = policyOf(series);
  return {
    summary: `${declare}Begin with a policy that only reports, watch the console of the browser, and then ${last}.`,
    code: `${middleware.name} = [\n    # … the entries there are now\n    '${name}',\n]\n${lines}`,
    language: 'python',
    path: path ?? middleware.at.path,
  };
}

/** What sends a policy with a Django: its own middleware, or a release of django-csp that runs on it. */
function policyOf(series: string): { readonly [part in 'declare' | 'name' | 'lines' | 'last']: string } {
  if (atLeastSeries(series, '6.0')) {
    const lines = `SECURE_CSP_REPORT_ONLY = {'default-src': ["'self'"]}`;
    return { declare: '', name: policyMiddleware, lines, last: 'rename it to `SECURE_CSP`' };
  }
  if (atLeastSeries(series, '4.2')) {
    const lines = `CONTENT_SECURITY_POLICY_REPORT_ONLY = {'DIRECTIVES': {'default-src': ["'self'"]}}`;
    const last = 'rename it to `CONTENT_SECURITY_POLICY`';
    return { declare: 'Declare the package `django-csp`. ', name: packageMiddleware, lines, last };
  }
  const lines = `CSP_DEFAULT_SRC = ("'self'",)\nCSP_REPORT_ONLY = True`;
  const last = 'take `CSP_REPORT_ONLY` away';
  // 3.8 needs Django 3.2, 3.3 needs 1.8 and 3.0 needs 1.6: pip would raise Django along with a later one.
  const release = [
    ['3.2', '<4'],
    ['1.8', '==3.7'],
    ['1.6', '==3.2'],
  ].find(([floor = '']) => atLeastSeries(series, floor))?.[1];
  return {
    declare: `Declare the package \`django-csp${release ?? '==2.0.3'}\`. `,
    name: packageMiddleware,
    lines,
    last,
  };
}

/** Code that sets the header, a page that brings a policy along, or the file of a host. */
function inOwnFiles(project: Project, templates: Templates): Evidence | undefined {
  const files = project.paths.filter(
    (path) =>
      /\.(py|toml|ya?ml|json|conf|tf)$|(^|\/)(_headers|(next|nuxt)\.config\.[cm]?[jt]s)$/.test(path) &&
      !/(^|\/)(node_modules|tests?)\//.test(path),
  );
  for (const path of [...files, ...templates.files.map((template) => template.path)]) {
    const file = project.file(path);
    if (!file || !header.test(file.text)) continue;
    const lines = file.text.split(/\r\n|\r|\n/);
    const index = lines.findIndex((line) => header.test(line) && !/^\s*#/.test(line));
    if (index >= 0)
      return { at: file.at(lineSpan(file.text, index + 1)), note: `\`${path}\` names Content-Security-Policy.` };
  }
  return undefined;
}
