/** Values of a template in fly.toml, which Fly.io takes as they stand. */
import { defineRule, minutes, web } from '@django-golive/core';
import { flyConfig } from '../../files/fly-config.js';
import { isPlaceholderValue } from '../../files/placeholder.js';

export const placeholderLeft = defineRule({
  id: 'fly/placeholder-left',
  title: 'fly.toml still gives values of a template',
  sound: 'fly.toml gives values of this project',
  category: 'deployment',
  severity: 'medium',
  effort: minutes(5),
  risk: 'Each machine starts with a value that belongs to nobody, and refuses the requests for its own name.',
  references: [
    web('Fly.io: the env variables section', 'https://fly.io/docs/reference/configuration/#the-env-variables-section'),
  ],
  since: '0.1.0',
  needs: { flyConfig },
  problems: { value: '`[env]` of fly.toml gives `{name}` the value `{value}`, which is that of a template.' },
  when: ({ flyConfig }) => (flyConfig?.variables.length ?? 0) > 0,
  *check({ flyConfig }, { problem }) {
    for (const { name, text, at } of flyConfig?.variables ?? []) {
      // A secret of the same name goes before it, and a secret has a rule of its own.
      if (/SECRET|PASSWORD|TOKEN|KEY/.test(name) || !isPlaceholderValue(text)) continue;
      yield {
        ...problem('value', { at, subject: `fly.toml:placeholder:${name}` }, { name, value: text }),
        confidence: 'firm',
        remedy: { summary: 'Write your own value in its place.' },
      };
    }
  },
});
