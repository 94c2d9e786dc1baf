/** A secret written into fly.toml. */
import { cwe, defineRule, masked, minutes, web } from '@django-golive/core';
import { flyConfig } from '../../files/fly-config.js';
import { secretTextOf } from '../../files/secret-text.js';

export const secretInConfig = defineRule({
  id: 'fly/secret-in-config',
  title: 'fly.toml holds a secret',
  sound: 'fly.toml holds no secrets',
  category: 'secrets',
  severity: 'critical',
  effort: minutes(15),
  risk: 'Whoever reads the repository knows the secret that the app runs with.',
  references: [cwe(798), web('Fly.io: Secrets and Fly Apps', 'https://fly.io/docs/apps/secrets/')],
  since: '0.1.0',
  needs: { flyConfig },
  problems: { literal: '`[env]` of fly.toml gives `{name}` a value.' },
  when: ({ flyConfig }) => (flyConfig?.variables.length ?? 0) > 0,
  *check({ flyConfig }, { problem }) {
    for (const { name, text, at } of flyConfig?.variables ?? []) {
      if (secretTextOf(name, text) !== 'secret') continue;
      yield {
        ...problem('literal', { at, current: `${name} = "${masked}"`, subject: `fly.toml:env:${name}` }, { name }),
        confidence: 'firm',
        remedy: {
          summary: 'Change the secret, take it out of the file, and set the new one where no file shows it.',
          code: `fly secrets set ${name}="…"`,
          language: 'bash',
        },
      };
    }
  },
});
