/** The router reaches a dyno at $PORT alone. */
import { defineRule, minutes, type Project, project, type Verdict, web } from '@django-golive/core';
import type { ServerCommand } from '../../files/application-server.js';
import { assignedText } from '../gunicorn-config.js';
import { aboutEntry, webProcess } from '../web-process.js';

export const portNotBound = defineRule({
  id: 'heroku/port-not-bound',
  title: 'The web process does not listen on $PORT',
  sound: 'The web process listens on $PORT',
  category: 'deployment',
  severity: 'critical',
  effort: minutes(5),
  risk: 'Heroku stops the dyno after a minute (R10, boot timeout), and the app never answers.',
  references: [web('Heroku: error R10', 'https://devcenter.heroku.com/articles/error-codes#r10-boot-timeout')],
  since: '0.1.0',
  needs: { webProcess, project },
  problems: {
    fixed: 'The web process listens on `{address}`; the router connects to `$PORT`.',
    loopback: 'The web process listens on `{address}`, which the router cannot reach.',
    unnamed: 'The web process starts {server} without `$PORT`: {server} then listens on {address}.',
  },
  questions: {
    dokku:
      'The web process does not listen on `$PORT`, as Heroku asks. Does Dokku, which the files speak of, run it with a port of its own?',
  },
  when: ({ webProcess }) => {
    const server = webProcess?.server;
    // nginx or a proxy in front takes the port; Django's own server is a finding of its own.
    return (
      server !== undefined &&
      server.server in fallback &&
      !server.invocation.launchers.some((launcher) => /nginx|proxy|haproxy/.test(launcher))
    );
  },
  *check({ webProcess, project }, { problem, question }) {
    const server = webProcess?.server;
    if (!webProcess || !server) return;
    const about = aboutEntry(webProcess.entry);
    // Dokku reads the same file, and a port that is set by hand is right there.
    const dokku = speaksOfDokku(project);
    const say = (verdict: Verdict): Verdict =>
      dokku && verdict.message !== 'loopback' ? question('dokku', verdict.about) : verdict;
    const addresses = addressesOf(server);
    if (server.server === 'gunicorn' && addresses.length === 0) {
      const bind = assignedText(project, server, 'bind');
      // gunicorn takes $PORT by itself where nothing is bound.
      if (!bind || bind.text === undefined) return;
      const fault = faultOf(bind.text);
      if (fault) yield say(problem(fault, { at: bind.at, subject: 'gunicorn:bind' }, { address: bind.text }));
      return;
    }
    if (addresses.length === 0) {
      const [port, host] = portVariables[server.server] ?? [];
      if (server.invocation.variables.some(({ name }) => name === port || name === host)) return;
      yield say({
        ...problem('unnamed', about, { server: server.server, address: fallback[server.server] ?? 'another port' }),
        remedy: remedyFor(server),
      });
      return;
    }
    const faults = addresses.map((address) => [address, faultOf(address)] as const);
    if (faults.some(([, fault]) => fault === undefined)) return;
    const [address, fault] = faults[0] ?? [];
    if (address !== undefined && fault) yield say({ ...problem(fault, about, { address }), remedy: remedyFor(server) });
  },
});

/** Where a server listens that is told nothing. gunicorn takes $PORT. */
const fallback: Readonly<Record<string, string>> = {
  gunicorn: '$PORT',
  uvicorn: '127.0.0.1:8000',
  daphne: '127.0.0.1:8000',
  hypercorn: '127.0.0.1:8000',
  waitress: 'port 8080',
};
const portVariables: Readonly<Record<string, readonly [port: string, host: string]>> = {
  uvicorn: ['UVICORN_PORT', 'UVICORN_HOST'],
};

/** Its file of health checks, or a README that pushes to it. */
function speaksOfDokku(project: Project): boolean {
  return project.paths.some(
    (path) =>
      path === 'CHECKS' || (/^readme(\.\w+)?$/i.test(path) && /\bdokku\b/i.test(project.file(path)?.text ?? '')),
  );
}

/** `host:port` of every address that the command line asks for. */
function addressesOf(server: ServerCommand): readonly string[] {
  const text = (...names: readonly string[]): string | undefined =>
    names.map((name) => server.options.get(name)?.text).find((value) => value !== undefined);
  if (server.server === 'uvicorn' || server.server === 'daphne' || server.server === 'waitress') {
    const endpoint = text('--endpoint', '-e', '--listen', '--unix-socket', '--uds', '--fd', '-u');
    if (endpoint !== undefined) return [endpoint];
    const port = text('--port', '-p');
    const host = text('--host', '-b', '--bind') ?? (server.server === 'waitress' ? '0.0.0.0' : '127.0.0.1');
    return port === undefined && text('--host', '-b', '--bind') === undefined ? [] : [`${host}:${port ?? '8000'}`];
  }
  return server.bind.map((word) => word.text);
}

function faultOf(address: string): 'fixed' | 'loopback' | undefined {
  const expands = /[$`]/.test(address);
  if (/^(localhost|127\.\d+\.\d+\.\d+|\[::1\]):/.test(address)) return 'loopback';
  return expands ? undefined : 'fixed';
}

function remedyFor(server: ServerCommand) {
  const application = server.application?.text ?? 'config.asgi:application';
  const line =
    {
      uvicorn: `web: uvicorn ${application} --host 0.0.0.0 --port $PORT`,
      daphne: `web: daphne -b 0.0.0.0 -p $PORT ${application}`,
      hypercorn: `web: hypercorn --bind 0.0.0.0:$PORT ${application}`,
      waitress: `web: waitress-serve --port=$PORT ${application}`,
    }[server.server as string] ?? `web: gunicorn ${application}`;
  return { summary: 'Listen on the port that Heroku gives.', code: line, language: 'text' as const, path: 'Procfile' };
}
