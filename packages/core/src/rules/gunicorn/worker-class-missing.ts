/** gunicorn with workers that are not installed, or that do not speak the application's interface. */

import { changedLine } from '../../changed-text.js';
import { dependencies } from '../../facts/dependencies.js';
import { deployment } from '../../facts/deployment.js';
import { project } from '../../facts/inputs.js';
import { defineRule, minutes, web } from '../../rule.js';
import { confidenceInAbsence, declaredAs, declareRemedy, hasReadableManifest, mayBring } from '../deps/declared.js';
import { optionOf, serverOf } from './server-command.js';

/** What each kind of worker needs. */
const packages: readonly (readonly [
  worker: RegExp,
  distributions: readonly [string, ...string[]],
  bringers: readonly string[],
])[] = [
  [
    /^(gevent|gunicorn\.workers\.ggevent\.\w+|geventwebsocket\.gunicorn\.workers\.\w+)$/,
    ['gevent'],
    ['gevent-websocket', 'psycogreen', 'locust'],
  ],
  [/^(eventlet|gunicorn\.workers\.geventlet\.\w+)$/, ['eventlet'], ['flask-socketio']],
  [/^(tornado|gunicorn\.workers\.gtornado\.\w+)$/, ['tornado'], []],
  [/^uvicorn\.workers\.\w+$/, ['uvicorn'], ['uvicorn-worker', 'fastapi', 'channels']],
  [/^uvicorn_worker\.\w+$/, ['uvicorn-worker'], []],
];

/** The workers of eventlet were taken out of gunicorn 26.0 (its docs/content/news.md). */
const isRemoved = (worker: string, version: string): boolean =>
  /^(eventlet|gunicorn\.workers\.geventlet\.\w+)$/.test(worker) && Number.parseInt(version, 10) >= 26;

export const workerClassMissing = defineRule({
  id: 'gunicorn/worker-class-missing',
  title: "gunicorn's workers do not fit",
  sound: "gunicorn's workers fit",
  category: 'deployment',
  severity: 'critical',
  effort: minutes(10),
  risk: 'gunicorn stops at its start, or every request ends in a server error.',
  references: [web('gunicorn: worker_class', 'https://docs.gunicorn.org/en/stable/settings.html#worker-class')],
  since: '0.1.0',
  needs: { dependencies, deployment, project },
  problems: {
    undeclared:
      '`{process}` starts gunicorn with workers of `{worker}`, and `{distribution}` is not among the packages of production.',
    removed: '`{process}` starts gunicorn with workers of `{worker}`, which gunicorn {version} no longer has.',
    sync: '`{process}` serves `{application}`, an ASGI application, with workers that speak WSGI alone.',
  },
  // gunicorn brings the workers that it takes for a WSGI application by itself.
  when: ({ deployment }) =>
    deployment.processes.some((process) => {
      const server = serverOf(process);
      if (server?.server !== 'gunicorn') return false;
      const worker = optionOf(server.args, '--worker-class', '-k') ?? process.workerClass?.name;
      return worker !== undefined || /(^|\.)asgi(:|$)/.test(process.application ?? '');
    }),
  *check({ dependencies, deployment, project }, { problem }) {
    for (const process of deployment.processes) {
      const server = serverOf(process);
      if (server?.server !== 'gunicorn') continue;
      const asked = optionOf(server.args, '--worker-class', '-k');
      const worker = asked ?? process.workerClass?.name;
      const about = asked === undefined && process.workerClass ? { ...process, at: process.workerClass.at } : process;
      const { version } = dependencies.get('gunicorn') ?? {};
      if (worker !== undefined && version !== undefined && isRemoved(worker, version)) {
        yield {
          ...problem('removed', about, { process: process.name, worker, version }),
          remedy: {
            summary: 'Use threads or the workers of gevent.',
            ...changedLine(project, about.at, (line) => line.replace(worker, 'gthread')),
            language: about === process ? 'bash' : 'python',
          },
        };
        continue;
      }
      const needed = worker === undefined ? undefined : packages.find(([pattern]) => pattern.test(worker));
      if (worker !== undefined && needed && hasReadableManifest(dependencies)) {
        const [, distributions, bringers] = needed;
        const [distribution] = distributions;
        const extra = dependencies.get('gunicorn')?.extras.includes(distribution) ?? false;
        if (declaredAs(dependencies, distributions) !== 'runtime' && !extra && !mayBring(dependencies, [], bringers)) {
          yield {
            ...problem('undeclared', about, { process: process.name, worker, distribution }),
            confidence: confidenceInAbsence(dependencies),
            // Where somebody installed it by hand the server runs until it is made anew.
            severity: 'high',
            remedy: declareRemedy(dependencies, distribution, 'Declare it among the packages of production.'),
          };
        }
      }
      const application = process.application;
      // A configuration file or a variable may name the workers.
      const open =
        (worker === undefined &&
          (process.workerClass !== undefined || optionOf(server.args, '--config', '-c') !== undefined)) ||
        process.variables.some(({ name }) => name === 'GUNICORN_CMD_ARGS');
      if (application === undefined || !/(^|\.)asgi(:|$)/.test(application) || open) continue;
      if (worker !== undefined && !/^(sync|gthread|gevent|eventlet)$/.test(worker)) continue;
      yield {
        ...problem('sync', about, { process: process.name, application }),
        confidence: 'firm',
        remedy: {
          summary: "Use uvicorn's workers; this needs the package `uvicorn-worker`.",
          ...(about === process || worker === undefined
            ? changedLine(project, process.at, (line) =>
                line.replace(application, `${application} -k uvicorn_worker.UvicornWorker`),
              )
            : changedLine(project, about.at, (line) => line.replace(worker, 'uvicorn_worker.UvicornWorker'))),
          language: about === process ? 'bash' : 'python',
        },
      };
    }
  },
});
