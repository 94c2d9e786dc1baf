/** Requests that may fill the memory of a worker. */
import { project } from '../../facts/inputs.js';
import { type Setting, settings } from '../../facts/settings.js';
import { integerOf, isAssigned, isKnown } from '../../facts/value-reading.js';
import { cwe, defineRule, docs, minutes } from '../../rule.js';
import type { Project } from '../../source.js';
import { writeInSettings } from '../settings/environment-style.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';

const body = 'DATA_UPLOAD_MAX_MEMORY_SIZE';
const file = 'FILE_UPLOAD_MAX_MEMORY_SIZE';

/** From here on a handful of requests at the same time fills a small machine. */
const huge = 100 * 1024 * 1024;

export const uploadLimitHuge = defineRule({
  id: 'media/upload-limit-huge',
  title: 'One request may fill the memory',
  sound: 'What a request may put into memory is limited',
  category: 'deployment',
  severity: 'low',
  effort: minutes(15),
  risk: 'A few large requests at the same time end the workers, and anybody can send them.',
  references: [
    cwe(770),
    docs('ref/settings', 'data-upload-max-memory-size'),
    docs('ref/settings', 'file-upload-max-memory-size'),
  ],
  since: '0.1.0',
  needs: { project, settings },
  problems: {
    body: '`DATA_UPLOAD_MAX_MEMORY_SIZE` is {size}: that much of a form or a JSON body is read into memory.',
    file: '`FILE_UPLOAD_MAX_MEMORY_SIZE` is {size}: uploads up to that size are kept in memory instead of on disk.',
  },
  when: ({ settings }) =>
    hasFinalValues(settings) &&
    [body, file].some((name) => isAssigned(settings.get(name)) && isKnown(settings.get(name).value)),
  *check({ project, settings }, { problem }) {
    if (isLimitedInFront(project)) return;
    for (const name of [body, file]) {
      const setting = settings.get(name);
      const size = isAssigned(setting) ? sizeOf(setting) : undefined;
      if (size === undefined) continue;
      yield {
        ...(name === body ? problem('body', setting, { size }) : problem('file', setting, { size })),
        confidence: confidenceIn(settings, setting),
        remedy: writeInSettings(
          settings,
          name === body
            ? 'Allow what forms really need; uploaded files do not count.'
            : 'Let larger uploads go through the disk, as they do by default.',
          `${name} = ${name === body ? '10 * 1024 * 1024' : '2621440'}`,
        ),
      };
    }
  },
});

/** A size that is too large in words; `undefined` for one that is not. */
function sizeOf({ name, value }: Setting): string | undefined {
  if (value.kind === 'none') return name === body ? '`None`, without any limit' : undefined;
  const bytes = value.kind === 'int' ? integerOf(value) : undefined;
  return bytes !== undefined && bytes >= huge ? `${Math.round(bytes / 1024 / 1024)} MB` : undefined;
}

/** A server in front refuses what is too large; nginx does from 1 MB on, unless it is told otherwise. */
function isLimitedInFront(project: Project): boolean {
  return project.paths.some((path) => {
    if (!/(^|\/)nginx[^/]*(\/|$)|\.(conf|nginx|conf\.\w+)$|(^|\/)Caddyfile$/i.test(path) || /\.(py|md)$/.test(path))
      return false;
    const text = project.file(path)?.text ?? '';
    const [, number, unit = ''] = /client_max_body_size\s+(\d+)([kmg]?)/i.exec(text) ?? [];
    if (number !== undefined) {
      const bytes = Number(number) * ({ k: 1024, m: 1024 ** 2, g: 1024 ** 3 }[unit.toLowerCase()] ?? 1);
      return bytes > 0 && bytes <= huge;
    }
    return /^\s*(proxy_pass|uwsgi_pass|LimitRequestBody|max_size)\b/m.test(text);
  });
}
