/** Nobody is told when a request fails: no tracker is started, and no mail goes out. */
import { truthOf } from '../../describe.js';
import { dependencies } from '../../facts/dependencies.js';
import { deployment } from '../../facts/deployment.js';
import { entryPoints } from '../../facts/entry-points.js';
import { project } from '../../facts/inputs.js';
import { type Settings, settings } from '../../facts/settings.js';
import { sources } from '../../facts/sources.js';
import { isAssigned, stringOf } from '../../facts/value-reading.js';
import { defineRule, docs, minutes, type Remedy } from '../../rule.js';
import type { Project } from '../../source.js';
import { errorReach, mailsAdmins } from '../logging/error-reach.js';
import { atLeastSeries } from '../settings/django-series.js';
import { inHome, textAtEnd, writeInSettings } from '../settings/environment-style.js';
import { hasFinalValues, openVariables } from '../settings/final-values.js';
import { sentry, trackingOf } from './trackers.js';

export const errorTrackingMissing = defineRule({
  id: 'monitoring/error-tracking-missing',
  title: 'Nobody is told of errors',
  sound: 'Somebody is told of errors',
  category: 'logging-monitoring',
  severity: 'low',
  effort: minutes(30),
  risk: 'The team learns of a broken page from its visitors, if at all.',
  references: [docs('howto/error-reporting')],
  since: '0.1.0',
  needs: { dependencies, deployment, entryPoints, project, settings, sources },
  problems: {
    missing: 'Nothing tells anybody of a failed request: `ADMINS` is empty, and no error tracker is started.',
    unconnected: '`{distribution}` is installed, and no line of the project starts it.',
    elsewhere: '{tracker} is started in `{path}`, which production does not load.',
  },
  questions: { admins: 'No error tracker is started, and `ADMINS` is not in the files. Does somebody get a mail?' },
  // Where the traceback itself is lost, another rule says so, and what to do comes before this.
  when: (facts) =>
    hasFinalValues(facts.settings) &&
    truthOf(facts.settings.get('DEBUG').value) === 'no' &&
    trackingOf(facts).kind !== 'unseen' &&
    (trackingOf(facts).kind !== 'none' ||
      !['lost', 'disabled'].includes(errorReach(facts.settings, facts.deployment).kind)),
  *check(facts, { problem, question }) {
    const { settings } = facts;
    const tracking = trackingOf(facts);
    if (tracking.kind === 'connected' || tracking.kind === 'unseen') return;
    if (tracking.kind === 'unconnected') {
      const { dependency, tracker } = tracking;
      yield {
        ...problem('unconnected', dependency, { distribution: dependency.name }),
        confidence: 'firm',
        remedy: start(facts, 'Start it in the settings of production.', tracker.code),
      };
      return;
    }
    if (tracking.kind === 'elsewhere') {
      const { at, tracker } = tracking;
      yield {
        ...problem('elsewhere', { at, subject: tracker.name }, { tracker: tracker.name, path: at.path }),
        confidence: 'firm',
        remedy: start(facts, 'Start it in the settings of production.', tracker.code),
      };
      return;
    }
    const admins = settings.get('ADMINS');
    const mailed = truthOf(admins.value);
    if (mailed === 'yes') return;
    if (mailed === 'maybe' || openVariables(settings, admins).length > 0) {
      yield question('admins', admins);
      return;
    }
    yield {
      ...problem('missing', admins),
      // An agent of the host may collect them.
      confidence: 'tentative',
      remedy: canMail(settings)
        ? writeInSettings(
            settings,
            'Start an error tracker in the settings of production, or name who gets a mail.',
            atLeastSeries(settings.django, '6.0')
              ? "ADMINS = ['you@example.com']"
              : "ADMINS = [('Your name', 'you@example.com')]",
          )
        : start(
            facts,
            'Start an error tracker in the settings of production, such as Sentry with its package `sentry-sdk`. `ADMINS` alone would tell nobody: no mail of an error leaves these settings.',
            sentry.code,
          ),
    };
  },
});

/** The lines that start a tracker, which read its key as the settings read theirs. */
function start(
  facts: { readonly project: Project; readonly settings: Settings },
  summary: string,
  code: string,
): Remedy {
  const imports = new Set<string>();
  const lines = code.replace(/os\.environ\['(\w+)'\]/g, (_whole, variable: string) => {
    const read = textAtEnd(facts, variable);
    for (const line of read.imports) imports.add(line);
    return read.expression;
  });
  const needed = [...imports].map((line) => `${line}\n\n`).join('');
  return { ...inHome(facts.settings), summary, code: `${needed}${lines}`, language: 'python', place: 'end' };
}

/** Whether a mail to ADMINS would be sent: the record gets to `mail_admins`, and something delivers mail. */
function canMail(settings: Settings): boolean {
  if (!mailsAdmins(settings)) return false;
  if (atLeastSeries(settings.django, '6.1') && isAssigned(settings.get('MAILERS'))) return true;
  const backend = stringOf(settings.get('EMAIL_BACKEND').value);
  if (backend !== undefined && /\.(console|dummy|filebased|locmem)\.EmailBackend$/.test(backend)) return false;
  return backend !== 'django.core.mail.backends.smtp.EmailBackend' || isAssigned(settings.get('EMAIL_HOST'));
}
