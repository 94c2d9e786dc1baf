/** The code of remedies, put in place in the pages' own bad examples: it must make the problem go away. */
import type { ReportFinding, Rule } from '@django-golive/core';
import { examine } from 'django-golive/testing';

/** Lines that can stand at the end of a settings file as they are. */
const settingsCode = /^(?:(?:import|from)\s|[A-Z][A-Z0-9_]*(?:\[[^\]]+\])*\s*\+?=|\s|[)\]}]|#|$)/;

/** Where the code shows a part of something and the rest is the reader's, or belongs elsewhere: why it is not tried. */
const elsewhere: Readonly<Record<string, string>> = {
  'settings/deprecated-setting': 'the old settings have to go as well',
};

/** What came of a remedy whose code was tried. */
export interface Tried {
  readonly code: string;
  /** The same message again. */
  readonly left: readonly string[];
  /** Whether the settings still load; `null` where that is not known. */
  readonly starts: boolean | null | undefined;
}

/** The findings of an example once more, each with its remedy at the end of the settings file that it names. */
export function putInPlace(
  rule: Rule,
  files: Readonly<Record<string, string>>,
  how: Parameters<typeof examine>[2],
  findings: readonly Pick<ReportFinding, 'message' | 'remedy'>[],
): readonly Tried[] {
  return findings.flatMap(({ message, remedy }) => {
    const { code, language, path } = remedy ?? {};
    if (code === undefined || language !== 'python' || path === undefined || !(path in files)) return [];
    if (!/settings/.test(path) || code.includes('…') || rule.id in elsewhere) return [];
    if (!code.split('\n').every((line) => settingsCode.test(line))) return [];
    const after = examine(rule, { ...files, [path]: withCode(files[path] ?? '', code) }, how);
    const left = after.findings.filter((finding) => finding.message === message).map((finding) => finding.message);
    return [{ code, left, starts: after.report.startup?.ok }];
  });
}

/** The code at the end of a file, with what it needs at the beginning. */
function withCode(text: string, code: string): string {
  const needsOs = /\bos\./.test(code) && !/^import os\b/m.test(`${text}\n${code}`);
  return `${needsOs ? 'import os\n' : ''}${text.replace(/\n*$/, '\n')}${code}\n`;
}
