/** A stack that Heroku no longer builds. */
import { defineRule, minutes, web } from '@django-golive/core';
import { appJson } from '../../files/app-json.js';

export const stackRetired = defineRule({
  id: 'heroku/stack-retired',
  title: 'app.json asks for a stack that is retired',
  sound: 'app.json asks for a stack that Heroku builds',
  category: 'deployment',
  severity: 'medium',
  effort: minutes(30),
  risk: 'Apps made from app.json cannot be built.',
  references: [web('Heroku: Stacks', 'https://devcenter.heroku.com/articles/stack')],
  since: '0.1.0',
  needs: { appJson },
  problems: { retired: 'app.json asks for the stack `{stack}`.' },
  when: ({ appJson }) => appJson?.stack !== undefined,
  *check({ appJson }, { problem }) {
    const stack = appJson?.stack;
    if (!stack || !/^(cedar(-\d+)?|heroku-(16|18|20))$/.test(stack.name)) return;
    yield {
      ...problem('retired', { at: stack.at, subject: 'app.json:stack' }, { stack: stack.name }),
      remedy: { summary: 'Ask for `heroku-24`, and test the app on it.' },
    };
  },
});
