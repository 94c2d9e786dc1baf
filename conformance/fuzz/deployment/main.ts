/** `npm run fuzz:deployment -- --count N --seed S [--real DIR …]`: N spoilt files a reader; none may throw, hang or place outside of its file. */
import { parseArgs } from 'node:util';
import { createContext, Script } from 'node:vm';
import { projectOf } from '@django-golive/core';
import { spoil } from '../hostile/spoil.js';
import { createRandom } from '../random.js';
import { corpus } from './corpus.js';
import { strayPlace } from './places.js';
import { type DeploymentReader, onEveryTarget, readers } from './readers.js';

const around = {
  'manage.py': '',
  'config/__init__.py': '',
  'config/settings.py': "SECRET_KEY = 'x'\n",
  'config/wsgi.py': '',
  'requirements.txt': 'django\ngunicorn\n',
};
// An endless loop is ended from outside.
const call = new Script('run()');
const shared: { run: () => string | undefined } = { run: () => undefined };
const context = createContext(shared);

/** What a reader did that it must not; `undefined` where it bore the text. */
function faultIn(
  { path, read }: Pick<DeploymentReader, 'path' | 'read'>,
  text: string,
  milliseconds: number,
): string | undefined {
  const project = projectOf({ ...around, [path]: text });
  const file = project.file(path);
  if (!file) return 'no file';
  try {
    shared.run = () => strayPlace(read(project, file), project, text);
    return call.runInContext(context, { timeout: milliseconds }) as string | undefined;
  } catch (error) {
    return String(error instanceof Error ? (error.stack ?? error) : error)
      .split('\n')
      .slice(0, 4)
      .join(' | ');
  }
}

/** A shorter text with the same fault, within some tries. */
function shortened(reader: Parameters<typeof faultIn>[0], text: string, milliseconds: number): string {
  let best = text;
  const kind = (fault: string | undefined) => fault?.replace(/\d+/g, '');
  const wanted = kind(faultIn(reader, text, milliseconds));
  let tries = 60;
  for (let size = best.length >> 1; size > 0; size >>= 1)
    for (let start = 0; start < best.length && tries > 0; tries -= 1) {
      const shorter = best.slice(0, start) + best.slice(start + size);
      if (kind(faultIn(reader, shorter, milliseconds)) === wanted) best = shorter;
      else start += size;
    }
  return best;
}

function main(): number {
  const { values } = parseArgs({
    options: {
      count: { type: 'string', default: '1000' },
      seed: { type: 'string', default: '1' },
      reader: { type: 'string' },
      real: { type: 'string', multiple: true, default: [] },
      // Generous: a busy machine takes time away.
      milliseconds: { type: 'string', default: '20000' },
    },
  });
  const limit = Number(values.milliseconds);
  const chosen = readers.filter(({ name }) => values.reader === undefined || name === values.reader);
  const texts = corpus(chosen, values.real);
  let faults = 0;
  for (const reader of chosen) {
    const own = texts.get(reader.name) ?? [];
    const random = createRandom(`${values.seed}:${reader.name}`);
    const kinds = new Map<string, string>();
    let slowest = { taken: 0, index: 0, size: 0 };
    for (let index = 0; index < Number(values.count); index += 1) {
      let text = random.pick(own);
      for (let times = 1 + random.below(4); times > 0; times -= 1) text = spoil(text, random, random.pick(own)).text;
      const before = process.cpuUsage().user;
      // What all targets make of it takes longer, and is asked now and then.
      const asked = index % 20 === 0 ? { path: reader.path, read: onEveryTarget } : reader;
      const fault = faultIn(asked, text, limit);
      const taken = (process.cpuUsage().user - before) / 1000;
      if (taken > slowest.taken) slowest = { taken, index, size: text.length };
      const kind = fault?.replace(/\d+/g, '').slice(0, 160);
      if (kind !== undefined && !kinds.has(kind)) {
        kinds.set(kind, fault ?? '');
        console.log(
          `${reader.name} #${index}: ${fault}\n${JSON.stringify(shortened(asked, text, limit).slice(0, 600))}`,
        );
      }
    }
    faults += kinds.size;
    console.log(
      `${reader.name.padEnd(18)} ${String(own.length).padStart(5)} texts ${values.count} spoilt  ${kinds.size} defects  slowest ${slowest.taken.toFixed(0)} ms (#${slowest.index}, ${slowest.size} characters)`,
    );
  }
  return faults === 0 ? 0 : 1;
}

process.exitCode = main();
