/** The server of the web line, held against what Heroku installs. */
import { defineRule, dependencies, minutes, web } from '@django-golive/core';
import type { ServerName } from '../../files/application-server.js';
import { packageFiles } from '../package-files.js';
import { aboutEntry, webProcess } from '../web-process.js';

/** The distributions that bring each server's command; any one of them is enough. */
const distributions: Readonly<Partial<Record<ServerName, readonly string[]>>> = {
  gunicorn: ['gunicorn', 'uvicorn-worker'],
  uvicorn: ['uvicorn', 'uvicorn-worker'],
  daphne: ['daphne'],
  hypercorn: ['hypercorn'],
  granian: ['granian'],
  uwsgi: ['uwsgi', 'pyuwsgi', 'uwsgi-binary'],
  waitress: ['waitress'],
};

export const serverNotInstalled = defineRule({
  id: 'heroku/server-not-installed',
  title: 'The web process starts a server that is not installed',
  sound: 'The server of the web process is installed',
  category: 'dependencies',
  severity: 'critical',
  effort: minutes(5),
  risk: 'The web process stops with "command not found" and visitors get the router\'s error page (H10, app crashed).',
  references: [
    web('Heroku: Deploying Python applications with Gunicorn', 'https://devcenter.heroku.com/articles/python-gunicorn'),
  ],
  since: '0.1.0',
  needs: { webProcess, dependencies, packageFiles },
  problems: {
    missing: 'The web process starts `{server}`, and `{installed}`, which Heroku installs from, does not declare it.',
    development:
      'The web process starts `{server}`, which is declared for development only: Heroku leaves those packages out.',
    elsewhere: 'The web process starts `{server}`, which only `{path}` declares: Heroku installs from `{installed}`.',
  },
  when: ({ webProcess, packageFiles }) =>
    packageFiles.found.length === 1 && distributions[webProcess?.server?.server ?? 'runserver'] !== undefined,
  *check({ webProcess, dependencies, packageFiles }, { problem }) {
    const server = webProcess?.server?.server;
    const names = distributions[server ?? 'runserver'];
    const [file] = packageFiles.found;
    if (!webProcess || !server || !names || !file) return;
    // A package that could not be read may be the one.
    if (
      dependencies.problems.some(
        ({ at, versions, build }) => build || (!versions && packageFiles.read.includes(at.path)),
      ) ||
      broughtByExtra(dependencies.all, server)
    )
      return;
    const declared = names.flatMap((name) => dependencies.get(name) ?? []).filter(({ applies }) => applies !== false);
    const about = aboutEntry(webProcess.entry);
    const remedy = {
      summary: `Add \`${names[0]}\` to the packages that production installs.`,
      ...(file.installer === 'pip'
        ? { code: names[0] ?? server, language: 'text' as const, path: file.path, place: 'end' as const }
        : {}),
    };
    const [first] = declared;
    if (!first)
      yield {
        ...problem('missing', about, { server, installed: file.path }),
        confidence: file.installer === 'pip' ? 'firm' : 'certain',
        remedy,
      };
    else if (declared.every(({ kind }) => kind === 'dev')) {
      yield {
        ...problem('development', about, { server }),
        evidence: [{ at: first.at, note: `\`${first.declared}\` is declared here.` }],
        remedy,
      };
    } else if (
      file.installer === 'pip' &&
      !declared.some(({ at, lockedAt }) =>
        [at.path, lockedAt?.path].some((path) => path !== undefined && packageFiles.read.includes(path)),
      )
    ) {
      yield {
        ...problem('elsewhere', about, { server, path: first.at.path, installed: file.path }),
        evidence: [{ at: first.at, note: `\`${first.declared}\` is declared here.` }],
        remedy,
      };
    }
  },
});

/** `channels[daphne]` and `fastapi[standard]` bring a server along; a package from a URL may bring anything. */
function broughtByExtra(
  all: readonly { readonly name: string; readonly extras: readonly string[]; readonly url?: string }[],
  server: ServerName,
): boolean {
  return all.some(
    ({ name, extras, url }) =>
      url !== undefined ||
      (server === 'daphne' && name === 'channels' && extras.includes('daphne')) ||
      (server === 'uvicorn' && /^fastapi/.test(name) && (extras.includes('standard') || extras.includes('all'))),
  );
}
