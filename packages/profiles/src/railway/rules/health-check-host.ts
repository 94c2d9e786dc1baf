/** A health check whose Host header Django refuses. */
import {
  defineRule,
  docs,
  hasFinalValues,
  holds,
  isKnown,
  minutes,
  settings,
  stringsOf,
  web,
} from '@django-golive/core';
import { railwayConfig } from '../../files/railway-config.js';

const host = 'healthcheck.railway.app';

export const healthCheckHost = defineRule({
  id: 'railway/health-check-host',
  title: 'Django refuses the health check',
  sound: 'Django answers the health check',
  category: 'deployment',
  severity: 'high',
  effort: minutes(5),
  risk: 'The check gets 400, and the new deployment never becomes active.',
  references: [
    docs('ref/settings', 'allowed-hosts'),
    web('Railway: Healthchecks', 'https://docs.railway.com/deployments/healthchecks'),
  ],
  since: '0.1.0',
  needs: { railwayConfig, settings },
  problems: {
    refused:
      'The check of `{path}` comes with the host `healthcheck.railway.app`, which `ALLOWED_HOSTS` does not hold.',
  },
  questions: {
    refused: 'Does `ALLOWED_HOSTS` hold `healthcheck.railway.app`, with which the check of `{path}` comes?',
  },
  when: ({ railwayConfig, settings }) => hasFinalValues(settings) && railwayConfig?.healthCheck !== undefined,
  *check({ railwayConfig, settings }, { problem, question }) {
    const check = railwayConfig?.healthCheck;
    const setting = settings.get('ALLOWED_HOSTS');
    const named = stringsOf(setting.value).some((name) =>
      ['*', host, '.railway.app', '.healthcheck.railway.app'].includes(name),
    );
    if (!check || named || holds(setting.value, '*') === 'yes') return;
    const about = { at: check.at, subject: `${check.at.path}:healthcheckPath` };
    if (!isKnown(setting.value)) {
      yield question('refused', about, { path: check.text });
      return;
    }
    // A view that never asks for the host is not refused by Django's own code, but CommonMiddleware asks for it.
    if (!stringsOf(settings.get('MIDDLEWARE').value).includes('django.middleware.common.CommonMiddleware')) return;
    yield {
      ...problem('refused', about, { path: check.text }),
      confidence: 'firm',
      evidence: [{ at: setting.at, note: '`ALLOWED_HOSTS` is set here.' }],
      remedy: {
        summary: 'Allow the host of the checks.',
        code: `ALLOWED_HOSTS += ['${host}']`,
        language: 'python',
        path: setting.at.path,
      },
    };
  },
});
