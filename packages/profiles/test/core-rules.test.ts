/** Profiles speak of core's rules by id: a name that no rule has is a mistake, never silence. */
import { recommended, resolve } from '@django-golive/core';
import { fly, heroku, pythonanywhere, railway, render } from '@django-golive/profiles';
import { describe, expect, test } from 'vitest';
import { weighed, without } from '../src/core-rules.js';

describe('a rule of core in a profile', () => {
  test.each([
    ['fly', fly],
    ['heroku', heroku],
    ['pythonanywhere', pythonanywhere],
    ['railway', railway],
    ['render', render],
  ])('is weighed as the target makes it: %s', (_, { rules }) => {
    const here = resolve([...recommended, ...rules]);
    expect(here.find(({ rule }) => rule.id === 'cors/allow-all')?.severity).toBe('low');
  });

  test.each([
    ['heroku', heroku],
    ['pythonanywhere', pythonanywhere],
    ['railway', railway],
    ['render', render],
  ])('is dropped where a stranger reaches nothing: %s', (_, { rules }) => {
    const here = resolve([...recommended, ...rules]).map(({ rule }) => rule.id);
    expect(here).not.toContain('settings/allowed-hosts-broad-suffix');
  });

  test('is dropped or weighed by its id', () => {
    expect(resolve([...recommended, ...without('deps/server-missing', 'x')]).map(({ rule }) => rule.id)).not.toContain(
      'deps/server-missing',
    );
    expect(
      resolve([...recommended, ...weighed('deps/server-missing', 'info', 'x')]).find(
        ({ rule }) => rule.id === 'deps/server-missing',
      )?.severity,
    ).toBe('info');
  });

  test('must exist', () => {
    expect(() => without('deps/no-such-rule', 'x')).toThrow('deps/no-such-rule');
    expect(() => weighed('deps/no-such-rule', 'low', 'x')).toThrow('deps/no-such-rule');
  });
});
