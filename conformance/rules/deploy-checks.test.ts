/** Holds the rule set `djangoCheckDeploy` to the checks that real Django registers for a deployment. */
import { readFileSync } from 'node:fs';
import { djangoCheck, djangoCheckDeploy, type Rule } from '@django-golive/core';
import { describe, expect, test } from 'vitest';
import { catalogue } from './catalogue.js';

const recorded = JSON.parse(readFileSync(new URL('../deploy-checks.json', import.meta.url), 'utf8')) as Readonly<
  Record<string, readonly string[]>
>;
const ofDeployment = new Set(Object.values(recorded).flat());

const mirrored = ({ references }: Rule): readonly string[] =>
  references.flatMap(({ kind, id }) => (kind === 'django-check' ? [id] : []));
const idsOf = (rules: readonly Rule[]) => rules.map(({ id }) => id).sort();
const everyRule = catalogue().map(({ rule }) => rule);

test('every series of Django that is recorded has them', () => {
  expect(Object.keys(recorded)).toEqual(['3.2', '4.2', '5.2', '6.1']);
  for (const checks of Object.values(recorded)) expect(checks.length).toBeGreaterThan(20);
});

describe('djangoCheckDeploy', () => {
  test('is exactly the rules that name a check of a deployment', () => {
    const naming = everyRule.filter((rule) => mirrored(rule).some((id) => ofDeployment.has(id)));
    expect(idsOf(djangoCheckDeploy)).toEqual(idsOf(naming));
  });

  test.each([...ofDeployment].sort())('has a rule for %s', (id) => {
    expect(idsOf(djangoCheckDeploy.filter((rule) => mirrored(rule).includes(id)))).not.toEqual([]);
  });
});

test('djangoCheck is exactly the rules that name a check of Django', () => {
  expect(idsOf(djangoCheck)).toEqual(idsOf(everyRule.filter((rule) => mirrored(rule).length > 0)));
});
