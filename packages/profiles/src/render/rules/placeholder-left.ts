/** Values of a template in a Blueprint, which Render takes as they stand. */
import { defineRule, minutes, web } from '@django-golive/core';
import { isPlaceholderValue } from '../../files/placeholder.js';
import { blueprint } from '../../files/render-blueprint.js';

export const placeholderLeft = defineRule({
  id: 'render/placeholder-left',
  title: 'render.yaml still gives values of a template',
  sound: 'render.yaml gives values of this project',
  category: 'deployment',
  severity: 'medium',
  effort: minutes(5),
  risk: 'The service starts with a value that belongs to nobody, and refuses the requests for its own name.',
  references: [
    web(
      'Render: Setting environment variables in a Blueprint',
      'https://render.com/docs/blueprint-spec#environment-variables',
    ),
  ],
  since: '0.1.0',
  needs: { blueprint },
  problems: { value: '`{path}` gives `{name}` of `{service}` the value `{value}`, which is that of a template.' },
  when: ({ blueprint }) => blueprint?.services.some(({ variables }) => variables.length > 0) ?? false,
  *check({ blueprint }, { problem }) {
    const seen = new Set<string>();
    for (const service of blueprint?.services ?? [])
      for (const { name, value, at } of service.variables) {
        const place = `${at.path}:${at.span.start}`;
        // A secret has a rule of its own; services that take a group over share its entries.
        if (value === undefined || /SECRET|PASSWORD|TOKEN|KEY/.test(name) || seen.has(place)) continue;
        if (!isPlaceholderValue(value)) continue;
        seen.add(place);
        yield {
          ...problem(
            'value',
            { at, subject: `render.yaml:placeholder:${service.name}:${name}` },
            { path: at.path, service: service.name, name, value },
          ),
          confidence: 'firm',
          remedy: { summary: 'Write your own value in its place, or let Render ask for it (`sync: false`).' },
        };
      }
  },
});
