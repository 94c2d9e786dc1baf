/** Files that a Dockerfile holds itself: `COPY <<EOF /start.sh` and the lines up to `EOF`. */
import type { SourceFile, Span } from '@django-golive/core';
import type { DockerInstruction } from './dockerfile.js';
import { resolvePath } from './paths.js';

/** A file of an image whose text stands in the Dockerfile. */
export interface WrittenFile {
  /** Where it lies in the image. */
  readonly target: string;
  /** Its text; places are those of the Dockerfile. */
  readonly file: SourceFile;
}

/** The files of one COPY or ADD (Docker's reference, "Here-Documents"). */
export function writtenBy(
  dockerfile: SourceFile,
  { span, keyword }: DockerInstruction,
  workdir: string,
): readonly WrittenFile[] {
  if (keyword !== 'COPY' && keyword !== 'ADD') return [];
  // Lines of the document that begin with `#` are part of it.
  const text = dockerfile.text.slice(span.start, span.end);
  const [head = ''] = text.split('\n', 1);
  const names = [...head.matchAll(/<<-?\s*(["']?)(\w+)\1/g)].map((match) => match[2] ?? '');
  const last = head.trim().split(/\s+/).at(-1) ?? '';
  if (names.length === 0 || last.startsWith('<<')) return [];
  const target = resolvePath(workdir, last.replace(/^["']|["']$/g, ''));
  const found: WrittenFile[] = [];
  let from = head.length + 1;
  for (const name of names) {
    const end = new RegExp(`^[ \\t]*${name}[ \\t]*\\r?$`, 'm').exec(text.slice(from));
    if (!end) return found;
    const start = span.start + from;
    const path = last.endsWith('/') || names.length > 1 ? `${target.replace(/\/$/, '')}/${name}` : target;
    const body = text.slice(from, from + end.index);
    found.push({
      target: path,
      file: {
        path: dockerfile.path,
        text: body,
        at: (part: Span) => dockerfile.at({ start: start + part.start, end: start + Math.min(part.end, body.length) }),
      },
    });
    from += end.index + end[0].length + 1;
  }
  return found;
}
