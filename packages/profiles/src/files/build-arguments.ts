/** The arguments of a Dockerfile's build: what ARG lines give, and what RUN lines say once it stands in them. */
import type { Dockerfile, DockerInstruction, DockerStage } from './dockerfile.js';
import { pairsOf } from './instruction-pairs.js';
import { expandVariables } from './variable-expansion.js';

/** What an ARG line declares, with its default, or that of the line of the same name before the first stage. */
export function argumentsOf(
  { text }: DockerInstruction,
  defaults: ReadonlyMap<string, string>,
): readonly (readonly [string, string | undefined])[] {
  const words = text.replace(/\\\r?\n/g, ' ').matchAll(/(?:^|\s)(\w+)(?:=("[^"]*"|'[^']*'|\S*))?(?=\s|$)/g);
  return [...words].map(([, name = '', value]) => [
    name,
    value?.replace(/^(["'])(.*)\1$/s, '$2') ?? defaults.get(name),
  ]);
}

/** The RUN lines of a chain of stages, with the values of ARG and ENV lines put in where they are known. */
export function filledRuns(dockerfile: Dockerfile, chain: readonly DockerStage[]): readonly string[] {
  const values = new Map<string, string | undefined>();
  const fill = (text: string): string =>
    text.replace(
      /\$(?:\w+|\{\w+[^}]*\})/g,
      (whole) => expandVariables(whole, (name) => values.get(name)).text ?? whole,
    );
  return chain
    .flatMap(({ instructions }) => instructions)
    .flatMap((instruction) => {
      if (instruction.keyword === 'RUN') return [fill(instruction.text)];
      if (instruction.keyword === 'ARG')
        for (const [name, value] of argumentsOf(instruction, dockerfile.defaults))
          values.set(name, value === undefined ? undefined : fill(value));
      if (instruction.keyword === 'ENV')
        for (const { name, value, literal } of pairsOf(instruction)) values.set(name, literal ? value : fill(value));
      return [];
    });
}
