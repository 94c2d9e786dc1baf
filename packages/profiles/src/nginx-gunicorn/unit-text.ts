/** The command that writes a unit where the repository has none. */
import { shellWord } from '../shell-word.js';
import type { ServerNames } from './server-names.js';

/** `sudo tee` with the unit; nothing where the application is not known. */
export function unitText(
  { root, venv, user, unit, start, address }: ServerNames,
  application: string | undefined,
): readonly string[] {
  if (application === undefined) return [];
  const lines = [
    '[Unit]',
    'After=network.target',
    '',
    '[Service]',
    `User=${user}`,
    `RuntimeDirectory=${start}`,
    `WorkingDirectory=${root}`,
    `ExecStart=${venv}/bin/gunicorn ${application} --bind ${address}`,
    'Restart=always',
    '',
    '[Install]',
    'WantedBy=multi-user.target',
  ];
  return [`sudo tee ${shellWord(`/etc/systemd/system/${unit}`)} <<'EOF'\n${lines.join('\n')}\nEOF`];
}
