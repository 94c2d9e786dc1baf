/** Whether tests alone start a Compose file: production may then run something else, whatever the file is named. */
import type { Project } from '@django-golive/core';

const makefile = /(^|\/)((GNU)?makefile|[\w-]+\.mk)$/i;
const pipeline =
  /^(\.github\/.*\.ya?ml|\.gitlab-ci\.ya?ml|\.circleci\/.*\.ya?ml|\.travis\.yml|bitbucket-pipelines\.yml|azure-pipelines\.yml|Jenkinsfile)$/;
const page = /\.(md|rst)$/i;
const script = /\.sh$/;
const tests = /(^|[^a-z])(tests?|testing|pytest|e2e|integration|smoke)([^a-z]|$)/i;
const delivery = /deploy|release|publish|ship/i;

/** One place that starts the file, with the words that say what for: its path, its headings or target, the line. */
interface Use {
  readonly words: readonly string[];
}

/** Whether something starts it, and all that does is named for tests: by file, heading, target of make, or on the line. */
export function isStartedForTests(project: Project, path: string): boolean {
  const targets = project.paths.filter((one) => makefile.test(one)).flatMap((one) => targetsIn(textOf(project, one)));
  const names = new Set([path.slice(path.lastIndexOf('/') + 1)]);
  const direct = new Set<Target>();
  for (let size = 0; size < names.size; ) {
    size = names.size;
    for (const target of targets) {
      const line = target.lines.find((one) => mentions(one, names) && (target.isVariable || starts.test(one)));
      if (line === undefined) continue;
      names.add(target.name);
      if (!target.isVariable && /\bup\b/.test(line)) direct.add(target);
    }
  }
  // A target that starts it by itself is a use once something asks for the target, or where it says what it is for.
  const uses: readonly Use[] = [
    ...targets
      .filter((one) => names.has(one.name) && !one.isVariable && (!direct.has(one) || delivery.test(one.name)))
      .map(({ name }) => ({ words: [name] })),
    ...project.paths
      .filter((one) => one !== path && (pipeline.test(one) || page.test(one) || script.test(one)))
      .flatMap((one) => usesIn(one, textOf(project, one), names)),
  ];
  return uses.length > 0 && uses.every(({ words }) => words.some((word) => tests.test(word)));
}

const starts = /^: |\b(up|run|make)\b|\$[({]MAKE[)}]/;

const textOf = (project: Project, path: string): string => project.file(path)?.text ?? '';

function mentions(line: string, names: ReadonlySet<string>): boolean {
  return (line.match(/[\w.-]+/g) ?? []).some((word) => names.has(word));
}

/** A target of make with its prerequisites and recipe, or a variable with its value. */
interface Target {
  readonly name: string;
  readonly isVariable: boolean;
  readonly lines: string[];
}

function targetsIn(text: string): readonly Target[] {
  const found: Target[] = [];
  for (const line of text.replace(/\\\r?\n/g, ' ').split(/\r?\n/)) {
    const [, variable, value = ''] = /^(?:export\s+)?([\w.-]+)\s*(?:[?+!]|::?)?=(.*)$/.exec(line) ?? [];
    const [, target, needs = ''] = /^([\w.-]+)[\w .-]*::?(?!=)(.*)$/.exec(line) ?? [];
    if (variable !== undefined) found.push({ name: variable, isVariable: true, lines: [value] });
    else if (target !== undefined) found.push({ name: target, isVariable: false, lines: [`: ${needs}`] });
    else if (line.startsWith('\t')) found.at(-1)?.lines.push(line);
  }
  return found;
}

function usesIn(path: string, text: string, names: ReadonlySet<string>): readonly Use[] {
  const headings: string[] = [];
  return text.split(/\r?\n/).flatMap((line): Use[] => {
    const [, marks = '', title = ''] = page.test(path) ? (/^(#{1,6}) (.*)$/.exec(line) ?? []) : [];
    if (marks !== '') headings.splice(marks.length - 1, headings.length, title);
    if (!/\bup\b|\brun\b|\bmake\b/.test(line) || !mentions(line, names)) return [];
    return [{ words: [path, ...headings, line].filter((word) => word !== undefined) }];
  });
}
