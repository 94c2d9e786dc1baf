/** What a process's command line says about the settings and the application it loads. */

/** The settings module that a command names with `--settings` or as a variable before it. */
export function settingsInCommand(command: string): string | undefined {
  const flag = /(?:^|\s)--(?:ds|settings)(?:=|\s+)["']?([A-Za-z_][\w.]*)/.exec(command);
  const prefix = /(?:^|\s|&&|;)DJANGO_SETTINGS_MODULE=["']?([A-Za-z_][\w.]*)/.exec(command);
  return (flag ?? prefix)?.[1];
}

/** The module of the Celery application in `celery -A config worker`: its possible names, best first. */
export function celeryModules(command: string): readonly string[] {
  if (!/(?:^|[\s/])celery(?:\s|$)/.test(command)) return [];
  const name = /(?:^|\s)(?:-A|--app)(?:=|\s*)["']?([A-Za-z_][\w.]*)/.exec(command)?.[1];
  if (name === undefined) return [];
  return name.endsWith('.celery') ? [name] : [`${name}.celery`, name];
}

/** The module of `config.wsgi:application`. */
export function applicationModule(application: string): string {
  return application.split(':')[0]?.trim() ?? '';
}

/** Whether a command runs `manage.py`. `django-admin` does not: it loads what the environment names, and nothing by itself. */
export function runsManage(command: string): boolean {
  return /(?:^|[\s/])manage\.py(?:\s|$)/.test(command);
}

/** The directory that a command changes into before it starts: `cd backend && …`, `--chdir backend`. */
export function directoryInCommand(command: string): string | undefined {
  const name = /(?:^|\s)(?:cd|--chdir(?:=|\s)|--pythonpath(?:=|\s))\s*["']?([\w./-]+)/.exec(command)?.[1];
  const direct = /(?:^|\s)["']?((?:[\w.-]+\/)+)manage\.py/.exec(command)?.[1];
  return name ?? direct;
}
