/** Commands that systemd or supervisor cannot start, or whose program leaves them at once. */
import { defineRule, minutes, project, web } from '@django-golive/core';
import { lineAt } from '../../files/shown-line.js';
import { type Service, services } from '../../own-server/services.js';

export const commandInvalid = defineRule({
  id: 'nginx-gunicorn/command-invalid',
  title: 'The command of the service cannot be started as it is written',
  sound: 'The commands of the services can be started',
  category: 'deployment',
  severity: 'critical',
  effort: minutes(10),
  risk: 'The service stops at once, and every page is a 502 Bad Gateway.',
  references: [
    web(
      'systemd: Command lines',
      'https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html#Command%20lines',
    ),
    web('supervisor: program section', 'http://supervisord.org/configuration.html#program-x-section-settings'),
  ],
  since: '0.1.0',
  needs: { project, services },
  problems: {
    relative: '`{name}` starts `{program}`: systemd takes an absolute path, or a name without a slash.',
    shell: '`{name}` writes `{word}` into its command, which {manager} hands to the program: no shell reads it.',
    daemon: '`{name}` starts gunicorn with `{option}`: it leaves {manager}, which takes it for ended.',
  },
  when: ({ services }) => services.length > 0,
  *check({ project, services }, { problem }) {
    for (const service of services) {
      const { name, manager, at, command, server, unit } = service;
      const about = lineAt(project, at, `${name}:command`);
      const program = command.replace(/^[-@:+!|]+/, '').split(/\s/)[0] ?? '';
      const word = shellWordIn(service);
      const option = ['--daemon', '-D'].find((item) => server?.server === 'gunicorn' && server.options.has(item));
      if (word !== undefined)
        yield {
          ...problem('shell', about, { name, word, manager }),
          remedy: {
            summary:
              'Start the program by its whole path, and let the service say in which directory and with which environment.',
            code:
              manager === 'systemd'
                ? 'WorkingDirectory=/srv/app\nEnvironmentFile=/srv/app/.env\nExecStart=/srv/app/venv/bin/gunicorn config.wsgi:application --bind unix:/run/app/gunicorn.sock'
                : 'directory=/srv/app\ncommand=/srv/app/venv/bin/gunicorn config.wsgi:application --bind unix:/run/app/gunicorn.sock',
            language: 'ini',
            path: at.path,
            place: 'instead',
          },
        };
      else if (manager === 'systemd' && /^(~|\.{0,2}[\w.-]*)\//.test(program) && !program.startsWith('/'))
        yield {
          ...problem('relative', about, { name, program }),
          remedy: { summary: 'Write the whole path of the program.', path: at.path },
        };
      if (option !== undefined && !/^(forking|oneshot)$/.test(unit?.get('Type')?.value ?? ''))
        yield {
          ...problem('daemon', about, { name, option, manager }),
          remedy: { summary: 'Leave the option out: the service keeps the program running by itself.', path: at.path },
        };
    }
  },
});

/** A word that only a shell understands, outside of quotes, where no shell is started. */
function shellWordIn({ command }: Service): string | undefined {
  const bare = command.replace(/^[-@:+!|]+/, '').replace(/"(?:\\.|[^"\\])*"|'[^']*'/g, '""');
  const [program = '', ...words] = bare.split(/\s+/);
  if (/(^|\/)((ba|da|z)?sh|env|sudo|runuser|su)$/.test(program)) return undefined;
  if (/^(cd|source|\.|export)$/.test(program)) return program;
  return words.find((word) => /^(&&|\|\||\||2?>>?|2>&1|<|&)$/.test(word));
}
