/** Shows that a target of one's own is one like golive's: recognised, judged, listed and compared. */
import { projectOf } from '@django-golive/core';
import { checklist } from '@django-golive/reporters';
import { auditForTargets, auditLoaded, compareForProject } from 'django-golive';
import { examine } from 'django-golive/testing';
import { describe, expect, test } from 'vitest';
import { harbour } from './src/index.js';
import { healthMissing } from './src/rules/health-missing.js';
import { till } from './till.js';

const today = '2026-11-20';
const project = projectOf(till, { name: 'till' });
const report = auditLoaded(project, { today, profiles: [harbour] });

describe('Harbour', () => {
  test('is recognised by its file', () => {
    expect(report.target).toMatchObject({ id: 'harbour', chosen: 'detected' });
    expect(auditLoaded(project, { today }).target.id).not.toBe('harbour');
  });

  test('tells golive which process serves, and so which settings production loads', () => {
    expect(report.scenario.module).toBe('till.settings');
    expect(report.entryPoints.find(({ production }) => production)).toMatchObject({
      name: 'web',
      reason: expect.stringContaining('web starts `till/wsgi.py`'),
    });
  });

  test("is judged by its own rules, and by golive's where they ask what is certain of it", () => {
    const severities = new Map(report.findings.map(({ rule, severity }) => [rule, severity]));
    expect(severities.get('harbour/health-missing')).toBe('high');
    expect(severities.get('logging/file-on-ephemeral-disk')).toBe('high');
    expect(auditLoaded(project, { today }).findings.map(({ rule }) => rule)).not.toContain(
      'logging/file-on-ephemeral-disk',
    );
  });

  test('has its own checklist, with the names of the project', () => {
    const text = checklist(report);
    expect(text).toContain('- [ ] Harbour can ask whether the site is well. (**not done**: `harbour/health-missing`)');
    expect(text).toContain('harbour vault set till SECRET_KEY');
    expect(text).toContain('curl -sI https://till.shop.io/');
  });

  test("stands beside golive's targets, with what its plans carry", () => {
    const { targets } = compareForProject(project, ['heroku', 'harbour'], { today, profiles: [harbour] });
    expect(targets.map(({ id }) => id)).toEqual(['harbour', 'heroku']);
    expect(targets[0]?.capabilities).toContainEqual(
      expect.objectContaining({
        feature: 'celery',
        plans: [
          { plan: 'shared berth', support: 'impossible' },
          { plan: 'own berth', support: 'works' },
        ],
      }),
    );
  });

  test('is one target of a run like any other', () => {
    const reports = auditForTargets(project, ['docker', 'harbour'], { today, profiles: [harbour] });
    expect(reports[1]).toEqual({ ...report, target: { ...report.target, chosen: 'named', reasons: [] } });
  });
});

describe('the path that says whether the site is well', () => {
  const outcome = (text: string) =>
    examine(healthMissing, { ...till, 'harbour.json': text }, { target: harbour }).outcome;

  test('must be named where there is a harbour.json', () => {
    expect(outcome('{"health": "/healthz"}')).toBe('passed');
    expect(outcome('{}')).toBe('failed');
    expect(outcome('no JSON at all')).toBe('notApplicable');
  });
});
