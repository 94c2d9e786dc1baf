/** A Referrer-Policy under which browsers hide where a form comes from, so that Django refuses it. */

import { project } from '../../facts/inputs.js';
import type { Settings } from '../../facts/settings.js';
import { settings } from '../../facts/settings.js';
import { type Templates, templates } from '../../facts/templates.js';
import { holds, isAssigned, stringOf, stringsOf } from '../../facts/value-reading.js';
import { defineRule, docs, minutes } from '../../rule.js';
import { atLeastSeries } from '../settings/django-series.js';
import { writeInSettings } from '../settings/environment-style.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { csrfMiddleware, runs, securityMiddleware } from '../settings/middleware.js';
import { headerAtEdge } from './edge-header.js';

export const referrerPolicyBreaksCsrf = defineRule({
  id: 'https/referrer-policy-breaks-csrf',
  title: 'Forms are refused because browsers hide where they come from',
  sound: 'The Referrer-Policy lets forms through',
  category: 'deployment',
  severity: 'high',
  effort: minutes(5),
  risk: 'Logging in and every other form ends in "403 Forbidden: CSRF verification failed".',
  references: [docs('ref/csrf', 'how-it-works'), docs('ref/settings', 'secure-referrer-policy')],
  since: '0.1.0',
  needs: { project, settings, templates },
  problems: {
    setting:
      '`SECURE_REFERRER_POLICY` is `no-referrer`: browsers then send forms with `Origin: null`, which Django refuses.',
    edge: '`{path}` sends `Referrer-Policy: no-referrer`: browsers then send forms with `Origin: null`, which Django refuses.',
  },
  // Only forms are refused: an API that is called by programs goes on.
  when: ({ project, settings, templates }) =>
    hasFinalValues(settings) &&
    runs(settings, csrfMiddleware) === 'yes' &&
    ((isAssigned(settings.get('SECURE_REFERRER_POLICY')) && policyOf(settings) !== undefined) ||
      headerAtEdge(project, 'Referrer-Policy') !== undefined) &&
    hasForms(settings, templates),
  *check({ project, settings }, { problem }) {
    const setting = settings.get('SECURE_REFERRER_POLICY');
    const edge = headerAtEdge(project, 'Referrer-Policy');
    const line = edge && project.file(edge.at.path)?.text.slice(edge.at.span.start, edge.at.span.end);
    if (edge && line !== undefined) {
      // What the server in front adds stands last, and the last policy counts.
      if (!/\bno-referrer\b(?!-)[^,]*$/i.test(line)) return;
      yield {
        ...problem('edge', { at: edge.at, subject: `${edge.at.path}:Referrer-Policy` }, { path: edge.at.path }),
        confidence: 'firm',
        remedy: {
          summary: 'Let it send `same-origin`, which tells other sites just as little.',
          path: edge.at.path,
        },
      };
      return;
    }
    if (policyOf(settings) !== 'no-referrer') return;
    yield {
      ...problem('setting', setting),
      confidence: confidenceIn(settings, setting),
      remedy: writeInSettings(
        settings,
        "Send Django's own default, which tells other sites just as little.",
        "SECURE_REFERRER_POLICY = 'same-origin'",
      ),
    };
  },
});

/** The policy that browsers follow: the last one. */
function policyOf(settings: Settings): string | undefined {
  if (!atLeastSeries(settings.django, '3.0') || runs(settings, securityMiddleware) !== 'yes') return undefined;
  const { value } = settings.get('SECURE_REFERRER_POLICY');
  const text = stringOf(value);
  return (text === undefined ? stringsOf(value) : text.split(',')).at(-1)?.trim();
}

/** The admin brings forms, and so does every template with a token. */
function hasForms(settings: Settings, templates: Templates): boolean {
  return (
    holds(settings.get('INSTALLED_APPS').value, 'django.contrib.admin') === 'yes' ||
    templates.files.some(
      ({ tags, variables }) =>
        tags.some(({ name }) => name === 'csrf_token') ||
        variables.some(({ text }) => /^csrf_(token|input)\b/.test(text)),
    )
  );
}
