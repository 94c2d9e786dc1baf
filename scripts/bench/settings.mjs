/** Says how long golive takes for the settings of each project, beside what `python3 -c "import …"` takes: `npm run bench:settings -- [PATH[=MODULE] …]`. */
import { existsSync, readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { root, run } from '../command.mjs';
import { bundleOf } from '../run-source.mjs';

const rounds = { golive: 15, python: 5 };

const examples = readdirSync(join(root, 'examples'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(join(root, 'examples', entry.name, 'manage.py')))
  .map((entry) => join('examples', entry.name));

/** The median of the times a program took, or its last word where it fails. */
async function timeOfPython(directory, module, env) {
  const times = [];
  for (let round = 0; round < rounds.python; round += 1) {
    const begun = performance.now();
    const { code, output } = await run('python3', ['-c', `import ${module}`], { cwd: directory, env });
    if (code !== 0) return { why: output.trim().split('\n').at(-1) };
    times.push(performance.now() - begun);
  }
  return { time: times.sort((a, b) => a - b)[times.length >> 1] };
}

/** The directory from which the module is imported. */
function rootOf(directory, { module, path }) {
  const tail = path.replace(/(?:\/__init__)?\.py$/, '');
  const top = tail.slice(0, -module.replaceAll('.', '/').length);
  return join(directory, top);
}

async function measure(program, given) {
  const [path, module = ''] = given.split('=');
  const directory = resolve(process.env.INIT_CWD ?? root, path);
  const { code, output } = await run(process.execPath, [program, directory, module, String(rounds.golive)]);
  if (code !== 0) return `${basename(directory)}: ${/^\w*Error: .*$/m.exec(output)?.[0] ?? output.trim()}`;
  const found = JSON.parse(output);
  if (found.path === undefined) return `${basename(directory)}: no settings module was found`;
  const env = Object.fromEntries(found.required.map((name) => [name, process.env[name] ?? '1']));
  const python = await timeOfPython(rootOf(directory, found), found.module, env);
  const ms = (time) => `${time.toFixed(1)} ms`;
  const beside =
    python.time === undefined
      ? `python3 cannot import it here (${python.why})`
      : `python3 ${ms(python.time)}, cold ${(found.cold / python.time).toFixed(2)} times and warm ${(found.warm / python.time).toFixed(2)} times that`;
  return [
    `${basename(directory)}: ${found.module}, ${found.names} settings of ${found.files} files`,
    `  cold ${ms(found.cold)}, warm ${ms(found.warm)} (${ms(found.anew)} where the files are parsed anew), ${Math.round(found.steps).toLocaleString('en')} steps; ${beside}`,
  ].join('\n');
}

const program = await bundleOf(join(root, 'scripts', 'bench', 'evaluation.mjs'));
const asked = process.argv.slice(2);
for (const path of asked.length > 0 ? asked : examples.map((example) => join(root, example))) {
  console.log(await measure(program, path));
}
