/** Every rule with the file that holds it and the page beside it, found by walking the sources: none can hide. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Rule, recommended } from '@django-golive/core';
import { profiles } from '@django-golive/profiles';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A rule as the catalogue has it. */
export interface Entry {
  readonly rule: Rule;
  readonly target: string | undefined;
  /** The page's text; `undefined` where there is none. */
  readonly page: string | undefined;
}

/** All rules of core and of the targets. */
export function catalogue(): readonly Entry[] {
  const rules = new Map<string, { readonly rule: Rule; readonly target: string | undefined }>();
  for (const rule of recommended) rules.set(rule.id, { rule, target: undefined });
  for (const profile of profiles) {
    for (const item of profile.rules) {
      const rule = 'rule' in item ? item.rule : item;
      if (!rules.has(rule.id)) rules.set(rule.id, { rule, target: profile.id });
    }
  }
  const pages = new Map(pagePaths().map((path) => [idOf(path), path]));
  return [...rules.values()].map(({ rule, target }) => {
    const path = pages.get(rule.id) ?? pages.get(rule.id.slice(rule.id.indexOf('/') + 1));
    return { rule, target, page: path !== undefined && existsSync(path) ? readFileSync(path, 'utf8') : undefined };
  });
}

/** Ids of rule files that no rule set holds: a rule that was written and never connected. */
export function unconnected(): readonly string[] {
  const ids = new Set(catalogue().map(({ rule }) => rule.id));
  return pagePaths()
    .map(idOf)
    .filter((id) => !ids.has(id));
}

function pagePaths(): readonly string[] {
  const folders = [`${root}packages/core/src/rules`, `${root}packages/profiles/src`];
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
      .map((entry) => `${entry.parentPath}/${entry.name}`),
  );
}

/** `core/src/rules/AREA/SLUG.md` and `profiles/src/TARGET/rules/[AREA/]SLUG.md`. */
function idOf(path: string): string {
  const core = /\/core\/src\/rules\/(.+)\.md$/.exec(path)?.[1];
  if (core !== undefined) return core;
  const text = readFileSync(path.replace(/\.md$/, '.ts'), 'utf8');
  return /^\s*id: '([^']+)'/m.exec(text)?.[1] ?? path;
}
