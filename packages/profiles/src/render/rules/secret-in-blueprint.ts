/** A secret written into render.yaml. */
import { cwe, defineRule, masked, minutes, web } from '@django-golive/core';
import { blueprint } from '../../files/render-blueprint.js';
import { secretTextOf } from '../../files/secret-text.js';

export const secretInBlueprint = defineRule({
  id: 'render/secret-in-blueprint',
  title: 'render.yaml holds a secret',
  sound: 'render.yaml holds no secrets',
  category: 'secrets',
  severity: 'critical',
  effort: minutes(15),
  risk: 'Whoever reads the repository knows the secret that the service runs with.',
  references: [
    cwe(798),
    web(
      'Render: Setting environment variables in a Blueprint',
      'https://render.com/docs/blueprint-spec#environment-variables',
    ),
  ],
  since: '0.1.0',
  needs: { blueprint },
  problems: { literal: '`{path}` gives `{name}` of `{service}` a value.' },
  when: ({ blueprint }) => blueprint?.services.some(({ variables }) => variables.length > 0) ?? false,
  *check({ blueprint }, { problem }) {
    const seen = new Set<string>();
    for (const service of blueprint?.services ?? [])
      for (const { name, value, at } of service.variables) {
        const place = `${at.path}:${at.span.start}`;
        // Services that take a group over share its entries.
        if (value === undefined || secretTextOf(name, value) !== 'secret' || seen.has(place)) continue;
        seen.add(place);
        yield {
          ...problem(
            'literal',
            { at, current: `value: ${masked}`, subject: `render.yaml:${service.name}:${name}` },
            { path: at.path, service: service.name, name },
          ),
          confidence: 'firm',
          remedy: {
            summary: 'Change the secret, and let Render make one up (`generateValue: true`) or ask for it.',
            code: 'sync: false',
            language: 'yaml',
            path: at.path,
            place: 'instead',
          },
        };
      }
  },
});
