/** What Python says of the site's own files as they are read: that it refuses one, or that only newer releases take it. */
import type { Project, SourceFile, SourceNovelty, SourceRefusal } from '@django-golive/core';
import { newerSyntax } from '../syntax/newer-syntax.js';
import { looksOdd } from '../syntax/quick/quick-look.js';
import type { SyntaxReader } from '../syntax-reader.js';

/** Answers for files by their paths. */
export interface Refusals {
  refusal(path: string): SourceRefusal | undefined;
  novelty(path: string): SourceNovelty | undefined;
}

/** A longer file is not followed to its end, and says nothing. */
const longest = 120_000;

/** Looks at each file once. */
export function createRefusals(project: Project, syntax: SyntaxReader): Refusals {
  const odd = new Map<string, boolean>();

  /** A file that can be judged: decoded without loss, and not too long. */
  function judged(path: string): SourceFile | undefined {
    const file = project.file(path);
    return file && file.text.length <= longest && !file.text.includes('\ufffd') ? file : undefined;
  }

  function isOdd(file: SourceFile): boolean {
    const found = odd.get(file.path) ?? looksOdd(file.text);
    odd.set(file.path, found);
    return found;
  }

  function refusal(path: string): SourceRefusal | undefined {
    const file = judged(path);
    const [error] = file && isOdd(file) ? syntax(path).errors : [];
    if (!file || !error) return undefined;
    const { type, message, until } = error;
    return { type, message, at: file.at(error), ...(until ? { until: until.join('.') } : {}) };
  }

  return {
    refusal,
    novelty(path) {
      const file = judged(path);
      if (!file || refusal(path)) return undefined;
      const found = newerSyntax(file.text, () => syntax(path).body, isOdd(file));
      return found && { what: found.what, since: found.since, at: file.at(found.at) };
    },
  };
}
