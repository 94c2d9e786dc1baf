/** Tells where a package of a lock file lacks a line that the tool writes of every package. */
import type { Span } from '@django-golive/core';
import type { LockTable } from './lock-tables.js';
import { entryOf, type TomlTable, tableAt, textOf } from './toml.js';

/** What tells where a package comes from that has no version of its own, in the words of any of the tools. */
const ADDRESSES = ['archive', 'directory', 'path', 'url', 'vcs', 'git'];
/** What says what a package is for, or where it is from: either all packages of a file have it, or none. */
const COMMON = ['source', 'groups', 'category', 'optional'];

/** Lines that are missing without a trace of them. */
export function gapsIn(packages: readonly LockTable[]): readonly { readonly span: Span; readonly why: string }[] {
  const nameless = packages
    .filter(({ table }) => textOf(entryOf(table, 'name')) === undefined)
    .map(({ span }) => ({ span, why: 'the package has no name that can be read, and is left out' }));
  const unnumbered = packages
    .filter(({ table }) => textOf(entryOf(table, 'version')) === undefined && isNumbered(table))
    .map(({ table, span }) => ({ span, why: `${naming(table)} has no version that can be read, and is left out` }));
  return [...nameless, ...unnumbered, ...COMMON.flatMap((key) => lonelyLack(packages, key))];
}

function lonelyLack(
  packages: readonly LockTable[],
  key: string,
): readonly { readonly span: Span; readonly why: string }[] {
  const lacking = packages.filter(({ table }) => !Object.hasOwn(table, key));
  const [only, ...others] = lacking;
  if (!only || others.length > 0 || packages.length < 3) return [];
  return [{ span: only.span, why: `${naming(only.table)} alone has no line \`${key}\`` }];
}

/** What comes from an index has a version. */
function isNumbered(table: TomlTable): boolean {
  const source = tableAt(table, 'source');
  const isElsewhere = Object.keys(source).some((key) => key !== 'registry') && entryOf(source, 'type') !== 'legacy';
  return !isElsewhere && !ADDRESSES.some((key) => Object.hasOwn(table, key));
}

function naming(table: TomlTable): string {
  const name = textOf(entryOf(table, 'name'));
  return name === undefined ? 'the package' : `\`${name}\``;
}
