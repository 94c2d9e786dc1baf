/** Questions about POSIX paths as text, for checks that compare directories. */
import type { Answer } from '../answer.js';

export function isAbsolute(path: string): boolean {
  return path.startsWith('/');
}

/** Whether two directories are the same, or one holds the other. A relative one depends on where the process starts. */
export function relationOf(one: string, other: string): Answer {
  if (isAbsolute(one) !== isAbsolute(other)) return 'maybe';
  const left = partsOf(one);
  const right = partsOf(other);
  if (!isAbsolute(one) && (left[0] === '..' || right[0] === '..')) return 'maybe';
  const shared = Math.min(left.length, right.length);
  return left.slice(0, shared).every((part, index) => part === right[index]) ? 'yes' : 'no';
}

/** Whether `os.path.abspath` gives the same for both. A relative one depends on where the process starts. */
export function samePath(one: string, other: string): Answer {
  if (isAbsolute(one) !== isAbsolute(other)) return 'maybe';
  // POSIX keeps exactly two slashes at the start apart.
  if (/^\/\/(?!\/)/.test(one) !== /^\/\/(?!\/)/.test(other)) return 'no';
  const [left, right] = [partsOf(one), partsOf(other)];
  if (!isAbsolute(one) && (left[0] === '..' || right[0] === '..')) return 'maybe';
  return left.length === right.length && left.every((part, index) => part === right[index]) ? 'yes' : 'no';
}

/** The parts of a path with `.` and `..` worked out. */
function partsOf(path: string): readonly string[] {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (!isAbsolute(path)) parts.push(part);
  }
  return parts;
}
