/** Packages that a Dockerfile installs by name, beside any manifest: `RUN pip install gunicorn`. */
import type { Project, SourceFile } from '@django-golive/core';
import { type Declaration, declare } from './declaration.js';
import { defaultsOf, dockerfilesOf, substitute } from './install-commands.js';
import type { ReadManifest } from './read-manifests.js';
import { parseRequirement } from './requirement.js';

const COMMAND = /\b(?:pip3?|uv\s+pip|pip\d\.\d+)\s+(?:install|wheel)\b([^\n&|;]*)/g;
const VALUED =
  /^(?:-r|-c|-i|-t|-f|-e|-b|-w|--wheel-dir|--requirement|--constraint|--index-url|--extra-index-url|--find-links|--trusted-host|--target|--prefix|--root|--timeout|--retries|--python|--group|--editable|--no-binary|--only-binary|--platform|--cache-dir|--link-mode|--python-preference)$/;
/** What installs the rest is not part of what runs. */
const INSTALLERS = new Set([
  'pip',
  'setuptools',
  'wheel',
  'uv',
  'poetry',
  'pipenv',
  'pdm',
  'virtualenv',
  'pip-tools',
  'build',
  'twine',
  'hatch',
]);

/** The Dockerfiles of production, each as a manifest of the packages that it names. */
export function readImagePackages(project: Project): readonly ReadManifest[] {
  return dockerfilesOf(project).flatMap((path) => {
    const file = project.file(path);
    const declarations = file ? namedPackages(file) : [];
    if (declarations.length === 0) return [];
    const reading = {
      path,
      format: 'requirements' as const,
      lock: false,
      declarations,
      includes: [],
      sources: [],
      problems: [],
    };
    // A manifest knows better what version is meant.
    return [
      {
        plan: { path, format: 'requirements' as const, kind: 'runtime' as const, rank: 6 },
        reading,
        constraint: false,
      },
    ];
  });
}

function namedPackages(file: SourceFile): readonly Declaration[] {
  // Blanks in place of continuations and comments keep every offset.
  const text = file.text
    .slice(0, 200_000)
    .replace(/^[^\S\n]*#[^\n]*/gm, (comment) => ' '.repeat(comment.length))
    .replace(/\\[^\S\n]*\r?\n(?:[^\S\n]*\r?\n)*/g, (gap) => ' '.repeat(gap.length));
  const values = defaultsOf(text);
  return [...text.matchAll(COMMAND)].flatMap((command) => {
    const from = command.index + command[0].length - (command[1]?.length ?? 0);
    return packageWords(command[1] ?? '').flatMap(({ start, word }) => {
      const { requirement } = parseRequirement(substitute(word, values));
      if (!requirement || requirement.url !== undefined || INSTALLERS.has(requirement.name)) return [];
      const at = file.at({ start: from + start, end: from + start + word.length });
      return [declare(requirement, { at, kind: 'runtime', declared: word })];
    });
  });
}

/** The words of a command that are neither options nor their values, nor paths and addresses. */
function packageWords(line: string): readonly { readonly start: number; readonly word: string }[] {
  const words = [...line.matchAll(/"[^"]*"|'[^']*'|[^\s"']+/g)];
  return words.flatMap((match, index) => {
    const quoted = /^["']/.test(match[0]);
    const word = quoted ? match[0].slice(1, -1) : match[0];
    if (word.startsWith('-') || VALUED.test(words[index - 1]?.[0] ?? '')) return [];
    const isPackage =
      /^[A-Za-z][\w.-]*(?:\[[\w,.-]*\])?(?:[=<>~!].*)?$/.test(word) && !/\.(?:txt|whl|zip|gz|in)$/.test(word);
    return isPackage ? [{ start: match.index + (quoted ? 1 : 0), word }] : [];
  });
}
