/** The files that `env_file` names and that the repository rightly lacks: Compose starts nothing before they are there. */
import type { Project } from '@django-golive/core';
import type { ComposeService } from '../files/compose-model.js';
import { directoryOf } from '../files/paths.js';
import { shellWord } from '../shell-word.js';

/** The commands that make them from the project's own example, where it has one, and readable by you alone. */
export function environmentFileCommands(project: Project, service: ComposeService | undefined): readonly string[] {
  const missing = (service?.envFiles ?? []).filter(({ required, present }) => required && !present);
  return missing.flatMap(({ path }) => {
    const directory = directoryOf(path);
    const name = path.slice(path.lastIndexOf('/') + 1);
    const beside = [
      `${name}.example`,
      `${name}.sample`,
      `${name}.dist`,
      `${name}.template`,
      'env.example',
      'example.env',
    ];
    const example = beside
      .map((each) => (directory === '' ? each : `${directory}/${each}`))
      .find((each) => project.file(each) !== undefined);
    const file = shellWord(path);
    return [
      example === undefined ? `touch ${file}` : `cp -n ${shellWord(example)} ${file}`,
      `chmod 600 ${file}`,
      `"\${EDITOR:-nano}" ${file}`,
    ];
  });
}
