/** A free plan of an add-on, which Heroku took away in November 2022. */
import { changedText, defineRule, minutes, project, web } from '@django-golive/core';
import { appJson } from '../../files/app-json.js';

/** The smallest plan that there is now. */
const successors: Readonly<Record<string, string>> = {
  'heroku-postgresql': 'heroku-postgresql:essential-0',
  'heroku-redis': 'heroku-redis:mini',
};

export const planRetired = defineRule({
  id: 'heroku/plan-retired',
  title: 'app.json asks for a plan that no longer exists',
  sound: 'app.json asks for no plan that Heroku has taken away',
  category: 'deployment',
  severity: 'medium',
  effort: minutes(5),
  risk: 'No app can be made from app.json, by the button or for a review: "The plan is no longer available".',
  references: [
    web('Heroku: Removal of free plans', 'https://help.heroku.com/RSBRUH58/removal-of-heroku-free-product-plans-faq'),
    web('Heroku: Postgres plans', 'https://devcenter.heroku.com/articles/heroku-postgres-plans'),
  ],
  since: '0.1.0',
  needs: { project, appJson },
  problems: { retired: 'app.json asks for `{plan}`, which Heroku no longer has.' },
  when: ({ appJson }) => appJson?.addons.some(({ service }) => Object.hasOwn(successors, service)) === true,
  *check({ project, appJson }, { problem }) {
    for (const { service, plan, at } of appJson?.addons ?? []) {
      const successor = Object.hasOwn(successors, service) ? successors[service] : undefined;
      if (successor === undefined || plan !== `${service}:hobby-dev`) continue;
      yield {
        ...problem('retired', { at, subject: `app.json:${service}` }, { plan }),
        remedy: {
          summary: `Ask for \`${successor}\`, the smallest plan there is.`,
          ...changedText(project, at, (text) => text.replace(plan, successor)),
        },
      };
    }
  },
});
