/** Uploaded files that every account of the machine may change, or that the web server may not read. */
import { project } from '../../facts/inputs.js';
import { type Setting, settings } from '../../facts/settings.js';
import { integerOf, isAssigned } from '../../facts/value-reading.js';
import { cwe, defineRule, docs, minutes } from '../../rule.js';
import type { Project } from '../../source.js';
import { writeInSettings } from '../settings/environment-style.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';

const files = 'FILE_UPLOAD_PERMISSIONS';
const directories = 'FILE_UPLOAD_DIRECTORY_PERMISSIONS';

export const uploadPermissions = defineRule({
  id: 'media/upload-permissions',
  title: 'Uploads get the wrong permissions',
  sound: 'Uploads get sensible permissions',
  category: 'security',
  severity: 'low',
  effort: minutes(5),
  risk: 'Every account of the machine can change what visitors download, or the web server cannot read it.',
  references: [cwe(732), docs('ref/settings', 'file-upload-permissions')],
  since: '0.1.0',
  needs: { project, settings },
  problems: {
    writable: '`{name}` is {mode}: every account of the machine may write.',
    decimal: '`{name}` is {value}, which is not {octal}: without `0o` in front, it is {mode}.',
    mixed: '`{name}` is `None`: large uploads may be read by their owner alone, small ones by others as well.',
  },
  when: ({ settings }) =>
    hasFinalValues(settings) && [files, directories].some((name) => isAssigned(settings.get(name))),
  *check({ project, settings }, { problem }) {
    for (const [name, usual] of [
      [files, '0o644'],
      [directories, '0o755'],
    ] as const) {
      const setting = settings.get(name);
      if (!isAssigned(setting)) continue;
      const verdict = judge(setting);
      if (!verdict || (verdict.kind === 'mixed' && isExplained(project, setting))) continue;
      const { mode, value } = verdict;
      yield {
        ...(verdict.kind === 'mixed'
          ? problem('mixed', setting, { name })
          : verdict.kind === 'decimal'
            ? problem('decimal', setting, { name, value, octal: `0o${value}`, mode })
            : problem('writable', setting, { name, mode })),
        confidence: confidenceIn(settings, setting),
        remedy: writeInSettings(settings, 'Let the owner write and others read.', `${name} = ${usual}`),
      };
    }
  },
});

/** Whether the lines above say why nothing is to change the mode: the file system may refuse it. */
function isExplained(project: Project, { at }: Setting): boolean {
  const lines = (project.file(at.path)?.text ?? '').split(/\r\n|\r|\n/);
  const about = lines.slice(Math.max(0, at.start.line - 7), at.end.line).join('\n');
  return /\bchmod\b|\bpermission (issue|error|problem)s?\b|not permitted|\bshared (volume|folder|drive|disk)\b|\b(NFS|CIFS|SMB)\b/i.test(
    about,
  );
}

interface Judged {
  readonly kind: 'writable' | 'decimal' | 'mixed';
  readonly mode: string;
  readonly value: string;
}

function judge({ name, value }: Setting): Judged | undefined {
  // Files that went through the disk keep the mode of a temporary one.
  if (value.kind === 'none') return name === files ? { kind: 'mixed', mode: '', value: '' } : undefined;
  const number = value.kind === 'int' ? integerOf(value) : undefined;
  if (number === undefined) return undefined;
  const shown = { mode: `0o${number.toString(8)}`, value: String(number) };
  if (number > 0o777 && /^[0-7]{3}$/.test(shown.value)) return { kind: 'decimal', ...shown };
  return (number & 0o002) === 0 ? undefined : { kind: 'writable', ...shown };
}
