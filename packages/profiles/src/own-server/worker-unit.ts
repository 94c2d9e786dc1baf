/** The units of Celery where the repository has none for it. */
import { entriesOf, type Project, type Settings, stringsOf } from '@django-golive/core';
import { serviceUnit } from './service-unit.js';
import type { Service } from './services.js';
import { written } from './written.js';

/** What the units are made of. */
export interface WorkerPlace {
  readonly venv: string;
  readonly user: string;
  readonly environmentFile?: string | undefined;
}

/** Units that are still to be written. */
export interface WorkerUnit {
  readonly names: readonly string[];
  readonly commands: readonly string[];
  /** With a space before it. */
  readonly sentence: string;
}

/** All units of a list as one. */
export function unitsToWrite(units: readonly (WorkerUnit | undefined)[]): WorkerUnit {
  const all = units.filter((unit) => unit !== undefined);
  return {
    names: all.flatMap(({ names }) => names),
    commands: all.flatMap(({ commands }) => commands),
    sentence: all.map(({ sentence }) => sentence).join(''),
  };
}

/** A worker for `celery -A`, and a beat where there is a schedule; none where a service runs a worker, or where the application is not known. */
export function workerUnit(
  project: Project,
  settings: Settings,
  services: readonly Service[],
  celery: string | undefined,
  { venv, user, environmentFile }: WorkerPlace,
  home: string,
): WorkerUnit | undefined {
  if (celery === undefined || services.some(({ role }) => role === 'worker')) return undefined;
  const inDatabase = stringsOf(settings.get('INSTALLED_APPS').value).includes('django_celery_beat');
  const scheduled = inDatabase || entriesOf(settings.get('CELERY_BEAT_SCHEDULE').value).length > 0;
  const base = project.name.toLowerCase().replace(/[^a-z0-9._-]+/g, '-') || 'app';
  const unit = (kind: string, options: string): readonly [string, string] => {
    const name = `${base}-${kind}.service`;
    const text = serviceUnit({
      user,
      home,
      module: settings.module,
      environmentFile,
      holds: kind === 'beat' && !inDatabase ? `StateDirectory=${base}-beat` : undefined,
      command: `${venv}/bin/celery -A ${celery} ${kind} ${options}`,
    });
    return [name, written(`/etc/systemd/system/${name}`, text)];
  };
  const units = [
    unit('worker', '--loglevel=info'),
    ...(scheduled
      ? [
          unit(
            'beat',
            `--loglevel=info ${inDatabase ? '--scheduler django' : `--schedule=/var/lib/${base}-beat/schedule`}`,
          ),
        ]
      : []),
  ];
  return {
    names: units.map(([name]) => name),
    commands: units.map(([, command]) => command),
    sentence: ` No service runs the worker of \`${celery}\` yet${scheduled ? ', nor its schedule' : ''}: write one.`,
  };
}
