/** Tasks that are sent and that no process takes. */
import {
  defineRule,
  dependencies,
  entriesOf,
  hasFinalValues,
  isAssigned,
  isKnown,
  type Located,
  lookup,
  manageDirectory,
  minutes,
  type Project,
  project,
  type Remedy,
  type Settings,
  settings,
  stringOf,
  stringsOf,
  truthOf,
  web,
} from '@django-golive/core';
import { celeryApplication } from '../../checklist-steps.js';
import { appJson } from '../../files/app-json.js';
import { celeryCommandOf, roleOf } from '../../files/django-command.js';
import type { Procfile } from '../../files/procfile.js';
import { startedElsewhere } from '../started-elsewhere.js';
import { aboutEntry, activeProcfile } from '../web-process.js';

export const workerMissing = defineRule({
  id: 'heroku/worker-missing',
  title: 'Background tasks have no process that runs them',
  sound: 'Background tasks have processes that run them',
  category: 'deployment',
  severity: 'high',
  effort: minutes(15),
  risk: 'Mails, reports and payments that were handed to the queue stay there, without an error.',
  references: [web('Heroku: Celery', 'https://devcenter.heroku.com/articles/celery-heroku')],
  since: '0.1.0',
  needs: { activeProcfile, appJson, project, settings, dependencies },
  problems: {
    worker: '`{broker}` is set, and no line of the `Procfile` starts a worker.',
    beat: '`{schedule}` plans tasks, and no line of the `Procfile` starts `celery beat`.',
  },
  // Of a process that does not find what it starts another rule tells.
  when: ({ activeProcfile, appJson, project, settings, dependencies }) =>
    activeProcfile?.entry('web') !== undefined &&
    !activeProcfile.entries.some(
      (entry) => !['release', 'web'].includes(entry.name) && startedElsewhere(project, appJson, entry) !== undefined,
    ) &&
    hasFinalValues(settings) &&
    dependencies.get('celery') !== undefined &&
    brokerOf(settings) !== undefined,
  *check({ activeProcfile: found, project, settings }, { problem }) {
    const broker = brokerOf(settings);
    if (!found || !broker) return;
    // Tasks run in the request itself.
    const eager = ['CELERY_TASK_ALWAYS_EAGER', 'CELERY_ALWAYS_EAGER'].map((name) => truthOf(settings.get(name).value));
    if (eager.some((truth) => truth !== 'no')) return;
    const entry = found.entry('web');
    const about: Located = entry ? aboutEntry(entry) : { at: found.at };
    // Celery imports the application from where it starts.
    const directory = manageDirectory(project).slice(0, -1);
    const application = celeryApplication(project, settings) ?? besideSettings(project, settings);
    const codeOf = (role: string): Partial<Remedy> =>
      application === undefined
        ? {}
        : {
            code: `${role}: ${directory === '' ? '' : `cd ${directory} && `}celery -A ${application} ${role} --loglevel=info`,
            language: 'text',
            place: 'end',
          };
    if (!runsCelery(found, 'worker')) {
      yield {
        ...problem('worker', { ...about, subject: 'Procfile:worker' }, { broker: broker.name }),
        evidence: [{ at: broker.at, note: `\`${broker.name}\` is set here.` }],
        confidence: 'firm',
        remedy: {
          summary: 'Add a worker, and scale it up once with `heroku ps:scale worker=1`: it starts with no dyno.',
          path: 'Procfile',
          ...codeOf('worker'),
        },
      };
    }
    const schedule = settings.get('CELERY_BEAT_SCHEDULE');
    const planned = entriesOf(schedule.value).some(([, entry]) =>
      mayBeThere(project, settings, stringOf(lookup(entry, 'task'))),
    );
    if (isAssigned(schedule) && planned && !runsCelery(found, 'beat')) {
      yield {
        ...problem('beat', { ...about, subject: 'Procfile:beat' }, { schedule: schedule.name }),
        evidence: [{ at: schedule.at, note: `\`${schedule.name}\` is set here.` }],
        confidence: 'firm',
        risk: 'Nothing that is planned by the clock is ever handed to a worker, and no error says so.',
        remedy: {
          summary: 'Add one beat process.',
          path: 'Procfile',
          ...codeOf('beat'),
        },
      };
    }
  },
});

/** The package of the settings, where no file that makes an application tells of another. */
function besideSettings(project: Project, settings: Settings): string | undefined {
  const makes = project.paths.some((path) => path.endsWith('.py') && /\bCelery\(/.test(project.file(path)?.text ?? ''));
  return makes ? undefined : settings.module.split('.')[0];
}

function brokerOf(settings: Settings) {
  return ['CELERY_BROKER_URL', 'BROKER_URL'].map((name) => settings.get(name)).find(isAssigned);
}

/** Whether a task may be one of the project or of an application; a schedule may still plan those of a tutorial. */
function mayBeThere(project: Project, settings: Settings, task: string | undefined): boolean {
  const [, top] = /^(\w+)\./.exec(task ?? '') ?? [];
  if (top === undefined) return true;
  const own = new RegExp(`(^|/)${top}(/|\\.py$)`);
  const apps = settings.get('INSTALLED_APPS').value;
  return (
    top === 'celery' ||
    project.paths.some((path) => own.test(path)) ||
    !isKnown(apps) ||
    stringsOf(apps).some((app) => app.split('.')[0] === top)
  );
}

/** A line that starts it, or one whose program says nothing of what it starts. */
function runsCelery(procfile: Procfile, wanted: 'worker' | 'beat'): boolean {
  return procfile.entries.some(({ name, invocations }) =>
    invocations.some((invocation) => {
      const celery = celeryCommandOf(invocation);
      if (celery) return celery.role === wanted || (wanted === 'beat' && celery.embeddedBeat);
      const role = roleOf(invocation);
      return name !== 'release' && (role === undefined || role === wanted);
    }),
  );
}
