/**
 * Says how long golive's whole audit of each project takes, cold as a command and warm by phases, beside what
 * `manage.py check --deploy` takes where Django can load it: `npm run bench -- [PATH …]`.
 */
import { existsSync, readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { root, run } from '../command.mjs';
import { bundleOf } from '../run-source.mjs';

const rounds = { cold: 5, warm: 7 };

const examples = readdirSync(join(root, 'examples'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(join(root, 'examples', entry.name, 'manage.py')))
  .map((entry) => join(root, 'examples', entry.name));

/** The median of the times a program took; what it printed last where it did not end as `ends` says. */
async function timeOf(program, args, options, ends) {
  const times = [];
  for (let round = 0; round < rounds.cold; round += 1) {
    const begun = performance.now();
    const { code, output } = await run(program, args, options);
    if (!ends(code)) return { why: output.trim().split('\n').at(-1) };
    times.push(performance.now() - begun);
  }
  return { time: times.sort((a, b) => a - b)[times.length >> 1] };
}

const ms = (time) => `${time.toFixed(0)} ms`;

async function measure(phases, path) {
  const directory = resolve(process.env.INIT_CWD ?? root, path);
  const cli = join(root, 'packages', 'cli', 'bin', 'golive.js');
  const cold = await timeOf(
    process.execPath,
    [cli, directory, '--format', 'json'],
    {},
    (code) => code === 0 || code === 1,
  );
  if (cold.time === undefined) return `${basename(directory)}: ${cold.why}`;
  const { code, output } = await run(process.execPath, [phases, directory, String(rounds.warm)]);
  if (code !== 0) return `${basename(directory)}: ${output.trim().split('\n').at(-1)}`;
  const { whole, ...times } = JSON.parse(output);
  const parts = Object.entries(times).filter(([, time]) => time >= 0.5);
  const django = existsSync(join(directory, 'manage.py'))
    ? await timeOf('python3', ['manage.py', 'check', '--deploy'], { cwd: directory }, (end) => end === 0)
    : { why: 'there is no manage.py' };
  const beside =
    django.time === undefined
      ? `manage.py check --deploy cannot run here (${django.why})`
      : `manage.py check --deploy ${ms(django.time)}: golive takes ${(cold.time / django.time).toFixed(2)} times that`;
  return [
    `${basename(directory)}: cold ${ms(cold.time)}, warm ${ms(whole)}; ${beside}`,
    `  ${parts.map(([name, time]) => `${name} ${ms(time)}`).join(', ')}`,
  ].join('\n');
}

const phases = await bundleOf(join(root, 'scripts', 'bench', 'audit-phases.mjs'));
const asked = process.argv.slice(2);
for (const path of asked.length > 0 ? asked : examples) console.log(await measure(phases, path));
