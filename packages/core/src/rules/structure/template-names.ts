/** Templates that other templates ask for in a spelling that no template has. */
import type { Project, SourceFile } from '../../source.js';

/** A name that only a file system without case would find. */
export interface Misspelling {
  readonly file: SourceFile;
  /** One-based. */
  readonly line: number;
  readonly name: string;
  /** The template that was meant. */
  readonly path: string;
}

/** More templates than this are no site's own. */
const most = 3000;

/** The names in `{% extends %}` and `{% include %}` that differ from a template of the project in case alone. */
export function* templateNames(project: Project): Iterable<Misspelling> {
  const templates = project.paths.filter((path) =>
    /(^|\/)(templates|jinja2)\/.+\.(html|txt|xml|jinja2?|j2)$/.test(path),
  );
  if (templates.length > most) return;
  const exact = new Set<string>();
  const folded = new Map<string, string>();
  for (const path of templates) {
    // A directory may be named `templates` inside another one: every tail counts as a name.
    for (const match of path.matchAll(/(?:^|\/)(?:templates|jinja2)\//g)) {
      const name = path.slice((match.index ?? 0) + match[0].length);
      exact.add(name);
      if (!folded.has(name.toLowerCase())) folded.set(name.toLowerCase(), path);
    }
  }
  for (const path of templates) {
    const file = project.file(path);
    if (!file || !/\{%-?\s*(extends|include)\s/.test(file.text)) continue;
    for (const [index, text] of file.text.split(/\r\n|\r|\n/).entries()) {
      for (const match of text.matchAll(/\{%-?\s*(?:extends|include)\s+(['"])([^'"]+)\1/g)) {
        const name = match[2] ?? '';
        const meant = exact.has(name) || name.startsWith('.') ? undefined : folded.get(name.toLowerCase());
        if (meant !== undefined) yield { file, line: index + 1, name, path: meant };
      }
    }
  }
}
