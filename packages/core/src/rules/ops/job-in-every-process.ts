/** Jobs that an application starts as it is loaded: once in each process, so that each runs as often as there are processes. */
import { apps, type InstalledApp } from '../../facts/apps.js';
import { deployment } from '../../facts/deployment.js';
import { project } from '../../facts/inputs.js';
import { type Settings, settings } from '../../facts/settings.js';
import { defineRule, docs, minutes, web } from '../../rule.js';
import type { Location, Project } from '../../source.js';
import { processCount } from '../cache/process-count.js';

/** What runs beside the requests once it is started. */
const job = /\b(?:BackgroundScheduler|AsyncIOScheduler|Thread|Timer)\(/;
/** Somebody thought of it, or starts it in some processes only. */
const condition = /^\s*(?:if|try|with|match)\b/m;
const choice = /environ|argv|RUN_MAIN|\block/i;

export const jobInEveryProcess = defineRule({
  id: 'ops/job-in-every-process',
  title: 'Background jobs start in every process of the site',
  sound: 'No application starts background jobs as it is loaded',
  category: 'deployment',
  severity: 'medium',
  effort: minutes(60),
  risk: 'Each worker runs the jobs: mails go out several times, and `migrate` starts them too, before the tables are there.',
  references: [
    docs('ref/applications', 'django.apps.AppConfig.ready'),
    web(
      'APScheduler: sharing a job store among worker processes',
      'https://apscheduler.readthedocs.io/en/3.x/faq.html#how-do-i-share-a-single-job-store-among-one-or-more-worker-processes',
    ),
  ],
  since: '0.1.0',
  needs: { apps, deployment, project, settings },
  problems: { several: '`ready()` of `{app}` starts background jobs, and several processes load it.' },
  questions: {
    processes: '`ready()` of `{app}` starts background jobs in each process. Does more than one serve the site?',
  },
  // Where a condition or a single process decides, nothing is cleared.
  when: ({ apps, deployment, project, settings }) => {
    const starts = apps.own.filter((app) => readyOf(project, app)).map((app) => startIn(project, settings, app));
    const one = processCount(project, deployment) === 'one';
    return starts.length > 0 && !starts.some((start) => start === 'guarded' || (one && start !== undefined));
  },
  *check({ apps, deployment, project, settings }, { problem, question }) {
    for (const app of apps.own) {
      const at = startIn(project, settings, app);
      if (!at || at === 'guarded') continue;
      const about = { at, subject: `ready:${app.module}` };
      const count = processCount(project, deployment);
      if (count === 'unknown') yield question('processes', about, { app: app.module });
      if (count !== 'several') continue;
      yield {
        ...problem('several', about, { app: app.module }),
        confidence: 'firm',
        remedy: {
          summary:
            'Start them in a process of their own: a management command that the server keeps running, cron, or a task queue.',
          path: at.path,
        },
      };
    }
  },
});

/** The text of an application's `ready()`, with its place. */
function readyOf(project: Project, { directory }: InstalledApp) {
  const path = directory === '' ? 'apps.py' : `${directory}/apps.py`;
  const file = project.file(path);
  const [head = '', indent = ''] = /^([ \t]+)def ready\(self\)[^\n]*\n/m.exec(file?.text ?? '') ?? [];
  if (!file || head === '') return undefined;
  const start = file.text.indexOf(head) + head.length;
  const lines: string[] = [];
  for (const line of file.text.slice(start).split('\n')) {
    if (line.trim() !== '' && !(line.startsWith(indent) && /^[ \t]/.test(line.slice(indent.length)))) break;
    lines.push(line.replace(/^\s*#.*/, (comment) => ' '.repeat(comment.length)));
  }
  return { file, start, lines };
}

/** Where `ready()` starts a job whatever the process: itself, or by a function of a module that it imports. */
function startIn(project: Project, settings: Settings, app: InstalledApp): Location | 'guarded' | undefined {
  const ready = readyOf(project, app);
  const body = ready?.lines.join('\n') ?? '';
  const start = job.test(body) ? /\.start\(\)/ : startByImport(project, settings, app, body);
  const found = start && start !== 'guarded' ? start.exec(body) : undefined;
  if (start === 'guarded' || (found && (condition.test(body) || choice.test(body)))) return 'guarded';
  if (!ready || !found) return undefined;
  const before = body.slice(0, found.index).split('\n').length - 1;
  const from = ready.start + ready.lines.slice(0, before).join('\n').length;
  const at = ready.file.text.indexOf(found[0], from);
  return at < 0 ? undefined : ready.file.at({ start: at, end: at + found[0].length });
}

/** The call of what is imported from a module that starts jobs: `jobs.start()`. */
function startByImport(
  project: Project,
  settings: Settings,
  app: InstalledApp,
  body: string,
): RegExp | 'guarded' | undefined {
  for (const { 1: from = '', 2: name = '' } of body.matchAll(/^\s*from[ \t]+([\w.]+)[ \t]+import[ \t]+(\w+)\s*$/gm)) {
    const module = from.startsWith('.') ? `${app.module}${from === '.' ? '' : from}` : from;
    for (const [dotted, call] of [
      [`${module}.${name}`, `\\b${name}\\.start\\w*\\(\\)`],
      [module, `\\bstart\\w*\\(\\)`],
    ] as const) {
      const text = settings.roots
        .map((root) => project.file(`${root === '' ? '' : `${root}/`}${dotted.replaceAll('.', '/')}.py`)?.text)
        .find((one) => one !== undefined);
      if (text === undefined || !job.test(text) || !/\.start\(\)/.test(text) || !new RegExp(call).test(body)) continue;
      return choice.test(text) ? 'guarded' : new RegExp(call);
    }
  }
  return undefined;
}
