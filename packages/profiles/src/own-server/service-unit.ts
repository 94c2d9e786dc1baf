/** The text of a systemd unit for a process of the project. */

/** What a unit says. */
export interface ServiceUnit {
  readonly user: string;
  /** The directory that it starts in. */
  readonly home: string;
  /** The settings module; empty where the project names none. */
  readonly module: string;
  readonly environmentFile: string | undefined;
  /** The line that makes a directory for it, where it needs one: `RuntimeDirectory=…`, `StateDirectory=…`. */
  readonly holds: string | undefined;
  /** What `ExecStart` runs, its program by its whole path. */
  readonly command: string;
}

/** Its lines. The settings module stands before the file, so that the file can name another. */
export function serviceUnit({ user, home, module, environmentFile, holds, command }: ServiceUnit): readonly string[] {
  return [
    '[Unit]',
    'After=network.target',
    '',
    '[Service]',
    `User=${user}`,
    ...(holds === undefined ? [] : [holds]),
    `WorkingDirectory=${home}`,
    ...(module === '' ? [] : [`Environment=DJANGO_SETTINGS_MODULE=${module}`]),
    ...(environmentFile === undefined ? [] : [`EnvironmentFile=${environmentFile}`]),
    `ExecStart=${command}`,
    'Restart=always',
    '',
    '[Install]',
    'WantedBy=multi-user.target',
  ];
}
