/** The edge reaches a web service at its port alone. */
import { changedLine, defineRule, minutes, project, web } from '@django-golive/core';
import { isListener, listeningCommand, unreached } from '../../platform/listening.js';
import { renderWeb } from '../web-process.js';

export const portNotBound = defineRule({
  id: 'render/port-not-bound',
  title: 'The web service does not listen where Render looks',
  sound: 'The web service listens where Render looks',
  category: 'deployment',
  severity: 'critical',
  effort: minutes(5),
  risk: 'Render finds no open port, and the deployment fails.',
  references: [web('Render: Port binding', 'https://render.com/docs/web-services#port-binding')],
  since: '0.1.0',
  needs: { renderWeb, project },
  problems: {
    loopback: 'The web service listens on `{address}`, which no other machine reaches.',
    unnamed: 'The web service starts {server} without an address: {server} then listens on {address}.',
  },
  questions: {
    fixed: 'The web service listens on `{address}` and not on `$PORT`. Is that the port of the service at Render?',
  },
  // gunicorn gets its address from Render, Django's own server is a finding of its own.
  when: ({ renderWeb }) => isListener(renderWeb?.server),
  *check({ renderWeb, project }, { problem, question }) {
    const server = renderWeb?.server;
    if (!renderWeb || !isListener(server)) return;
    const variables = renderWeb.service.variables;
    const port = variables.find(({ name }) => name === 'PORT')?.value ?? '10000';
    const found = unreached(server, (name) => variables.some((variable) => variable.name === name), port);
    if (!found) return;
    const about = found.at ? { at: found.at, subject: 'gunicorn:bind' } : renderWeb.about;
    const remedy = {
      summary: 'Listen on all addresses, on the port that Render gives.',
      ...(found.at
        ? {}
        : {
            ...changedLine(project, renderWeb.about.at, (line) =>
              line.replace(/^startCommand:.*/, `startCommand: ${listeningCommand(server)}`),
            ),
            language: 'yaml' as const,
          }),
    };
    if (found.kind === 'fixed') yield question('fixed', about, { address: found.address });
    else if (found.kind === 'loopback') yield { ...problem('loopback', about, { address: found.address }), remedy };
    else
      yield {
        ...problem('unnamed', about, { server: server.server, address: found.address }),
        remedy,
      };
  },
});
