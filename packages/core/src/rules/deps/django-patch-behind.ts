/** A pinned Django whose series has mended vulnerabilities since. */
import { dependencies } from '../../facts/dependencies.js';
import { cwe, defineRule, minutes, web } from '../../rule.js';

export const djangoPatchBehind = defineRule({
  id: 'deps/django-patch-behind',
  title: 'Django lacks security releases of its own series',
  sound: 'Django has all security releases of its series',
  category: 'dependencies',
  severity: 'high',
  effort: minutes(30),
  risk: 'Vulnerabilities that are published and mended are open in this site.',
  references: [
    cwe(1395),
    web('Django: Security releases', 'https://docs.djangoproject.com/en/stable/releases/security/'),
  ],
  since: '0.1.0',
  needs: { dependencies },
  problems: { behind: 'Django {version} lacks {count} of its series, the last of them {latest}.' },
  // A series without support is the worse fault, and has a rule of its own.
  when: ({ dependencies: { django } }) =>
    django?.version !== undefined && django.securityReleases !== undefined && django.status !== 'ended',
  *check({ dependencies }, { problem }) {
    const { django } = dependencies;
    const releases = django?.securityReleases ?? [];
    const latest = releases.at(-1);
    if (!django?.version || latest === undefined) return;
    const locked = django.at.path.endsWith('.lock');
    yield {
      ...problem('behind', django, {
        version: django.version,
        count: releases.length === 1 ? 'a security release' : `${releases.length} security releases`,
        latest,
      }),
      remedy: {
        summary: locked
          ? 'Update the lock file; releases of one series are compatible.'
          : 'Raise the pin; releases of one series are compatible.',
        ...(locked ? {} : { code: `Django==${django.latest ?? latest}`, language: 'text' as const }),
        path: django.at.path,
      },
    };
  },
});
