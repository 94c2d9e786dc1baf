/** `Include` in Apache's configuration: what lies in the repository is read where it is named. */
import type { Project } from '@django-golive/core';
import {
  type ApacheConfig,
  type ApacheDirective,
  type ApacheSection,
  readApacheConfig,
} from '../files/apache-config.js';
import { includedPaths } from '../files/included-paths.js';

const maximumDepth = 6;
const maximumFiles = 200;

/** A configuration with what it includes in place. An `Include` that is not to be had stays as it is. */
export function withIncludes(project: Project, config: ApacheConfig): ApacheConfig {
  return withParts(project, config, { left: maximumFiles }, []);
}

/** The files that a configuration includes, and what those include. */
export function includedBy(project: Project, config: ApacheConfig): readonly string[] {
  return withIncludes(project, config)
    .directives.map(({ at }) => at.path)
    .filter((path, index, all) => path !== config.path && all.indexOf(path) === index);
}

function withParts(
  project: Project,
  config: ApacheConfig,
  files: { left: number },
  around: readonly string[],
): ApacheConfig {
  const directives: ApacheDirective[] = [];
  const sections: ApacheSection[] = [...config.sections];
  const inside = [...around, config.path];
  for (const directive of config.directives) {
    const found = inside.length > maximumDepth ? [] : pathsOf(project, directive, config.path);
    const paths = found.filter((path) => !inside.includes(path));
    if (paths.length === 0) directives.push(directive);
    for (const path of paths) {
      const file = project.file(path);
      files.left -= 1;
      if (!file || files.left < 0) continue;
      const inner = withParts(project, readApacheConfig(file), files, inside);
      sections.push(...inner.sections);
      directives.push(...inner.directives.map((item) => ({ ...item, within: [...directive.within, ...item.within] })));
    }
  }
  return { ...config, directives, sections };
}

/** A directory stands for all that is in it. */
function pathsOf(project: Project, { name, args }: ApacheDirective, from: string): readonly string[] {
  const pattern = name === 'include' || name === 'includeoptional' ? args[0]?.text : undefined;
  if (pattern === undefined) return [];
  const found = includedPaths(project, pattern, from);
  return found.length > 0 ? found : includedPaths(project, `${pattern.replace(/\/$/, '')}/*`, from);
}
