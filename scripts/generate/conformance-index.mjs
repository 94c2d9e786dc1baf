/** The specification of the evaluator as a page: every conformance case by theme, with the sentence that says what it holds. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../command.mjs';

export const name = 'index of the conformance cases';

const cases = join(root, 'conformance/cases');

const folders = (path) =>
  readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();

/** One case of a theme: its name, where it lies, and its note. */
function casesOf(theme) {
  return readdirSync(join(cases, theme), { withFileTypes: true })
    .flatMap((entry) => {
      const path = `${theme}/${entry.name}`;
      if (entry.isFile() && entry.name.endsWith('.py')) {
        const [, note = ''] = /^# note: (.*)$/m.exec(readFileSync(join(cases, path), 'utf8')) ?? [];
        return [{ title: entry.name.slice(0, -'.py'.length), path, note }];
      }
      const options = join(cases, path, 'case.json');
      if (!entry.isDirectory() || !existsSync(options)) return [];
      return [{ title: entry.name, path, note: JSON.parse(readFileSync(options, 'utf8')).note ?? '' }];
    })
    .sort((a, b) => (a.title < b.title ? -1 : 1));
}

export function files() {
  const themes = folders(cases).map((theme) => ({ theme, rows: casesOf(theme) }));
  const count = themes.reduce((sum, { rows }) => sum + rows.length, 0);
  const sections = themes.map(({ theme, rows }) => {
    const lines = rows.map(({ title, path, note }) => `- [${title}](${path})${note === '' ? '' : `: ${note}`}`);
    return `## ${theme}\n\n${lines.join('\n')}\n`;
  });
  const head = `# What the evaluator is held to\n\n${count} cases in ${themes.length} themes, each recorded from CPython and Django.\n`;
  return new Map([['conformance/cases/README.md', [head, ...sections].join('\n')]]);
}
