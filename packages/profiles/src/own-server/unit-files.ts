/** The units of the repository as a server gets them: which are copied, which are filled in first, which are enabled. */
import type { Project } from '@django-golive/core';
import { liesIn } from '../files/paths.js';
import type { SystemdUnit } from '../files/systemd-unit.js';
import { hasHole, withoutTemplateEnding } from '../files/template-holes.js';
import { shellWord } from '../shell-word.js';
import type { Service } from './services.js';

/** A unit's file, and its name on the server. */
export interface UnitFile {
  readonly path: string;
  readonly name: string;
}

/** What a step says of them. */
export interface InstalledUnits {
  readonly commands: readonly string[];
  /** What is enabled: the timer in place of the service that it starts. */
  readonly enabled: readonly string[];
  /** What has to be filled in, as a sentence with a space before it. */
  readonly templates: string;
}

/** The units that run beside a web server that may serve the site by itself; `root` is where the code lies, where that is known. */
export function unitsBeside(
  units: readonly SystemdUnit[],
  services: readonly Service[],
  { root, servesItself }: { readonly root: string | undefined; readonly servesItself: boolean },
): readonly SystemdUnit[] {
  return units.filter((unit) => {
    const service = services.find(({ path }) => path === unit.path);
    const directory = unit.get('WorkingDirectory')?.value.replace(/^[-~]/, '') ?? '';
    const known = directory.startsWith('/') && !hasHole(directory) && root !== undefined;
    // What starts elsewhere is another project's, and another way to serve the site is not run as well.
    if (known && !liesIn(directory, root)) return false;
    if (service?.role === 'web' || service?.invocation.args.some(({ text }) => text === 'runserver'))
      return servesItself && service.role === 'web';
    return service?.role !== undefined || (known && liesIn(directory, root));
  });
}

/** Whether a file is copied as it is; one with holes is not. */
export function isTemplate(project: Project, path: string): boolean {
  return withoutTemplateEnding(path) !== path || /\{\{[^{}\n]*\}\}|\{%/.test(project.file(path)?.text ?? '');
}

/** The commands for the units, in their order. Of several files for one name none is copied: which of them is meant is not known. */
export function installUnits(project: Project, root: string, units: readonly UnitFile[]): InstalledUnits {
  const withTimers = units.flatMap((unit): readonly UnitFile[] => {
    const timer = unit.path.replace(/\.service$/, '.timer');
    return timer !== unit.path && project.paths.includes(timer)
      ? [unit, { path: timer, name: unit.name.replace(/\.service$/, '.timer') }]
      : [unit];
  });
  const names = [...new Set(withTimers.map(({ name }) => name))];
  const ofName = (name: string): readonly string[] =>
    withTimers.filter((unit) => unit.name === name).map(({ path }) => path);
  const written = names.filter(
    (name) => ofName(name).length > 1 || ofName(name).some((path) => isTemplate(project, path)),
  );
  const from = (name: string): string => `${root}/${ofName(name)[0]}`;
  return {
    commands: names
      .filter((name) => !written.includes(name))
      .map((name) => `sudo cp ${shellWord(from(name))} ${shellWord(`/etc/systemd/system/${name}`)}`),
    enabled: names.filter(
      (name) => !name.endsWith('.service') || !names.includes(name.replace(/\.service$/, '.timer')),
    ),
    templates: written
      .map((name) => {
        const paths = ofName(name);
        return paths.length > 1
          ? ` \`/etc/systemd/system/${name}\` is the one of ${paths.map((path) => `\`${path}\``).join(', ')} that is yours.`
          : ` \`${paths[0]}\` is a template: write it, filled in, to \`/etc/systemd/system/${name}\`.`;
      })
      .join(''),
  };
}
