/** Secrets that a Dockerfile writes into the image, where everybody who has the image can read them. */
import { cwe, defineRule, isSensitiveName, type Located, minutes, project, web } from '@django-golive/core';
import { pairsOf } from '../../files/instruction-pairs.js';
import { secretTextOf } from '../../files/secret-text.js';
import { lineAt } from '../../files/shown-line.js';
import { containers } from '../containers.js';

export const secretInImage = defineRule({
  id: 'docker/secret-in-image',
  title: 'The image contains a secret',
  sound: 'The Dockerfile writes no secret into the image',
  category: 'secrets',
  severity: 'critical',
  effort: minutes(30),
  risk: 'Anyone who can pull the image reads the secret from its layers or its configuration, long after it was changed in the file.',
  references: [cwe(798), cwe(538), web('Docker: Build secrets', 'https://docs.docker.com/build/building/secrets/')],
  since: '0.1.0',
  needs: { project, containers },
  problems: { literal: '`{keyword} {name}` writes a secret into the image of `{path}`.' },
  questions: {
    placeholder:
      '`ENV` of `{path}` keeps {names} of the build at run time. Does every start of the image replace them?',
  },
  when: ({ containers }) => containers.all.some(({ django, image }) => django && image !== undefined),
  *check({ project, containers }, { problem, question }) {
    const seen = new Set<string>();
    const kept = new Map<string, { readonly about: Located; readonly names: string[] }>();
    for (const { django, image, service } of containers.all) {
      if (!django || !image) continue;
      const path = image.dockerfile.path;
      for (const instruction of image.instructions) {
        if (instruction.keyword !== 'ENV' && instruction.keyword !== 'ARG') continue;
        for (const { name, value, span } of pairsOf(instruction)) {
          const about = lineAt(project, image.dockerfile.file.at(span), name, name);
          if (seen.has(`${path}:${about.at.span.start}`)) continue;
          const kind = secretTextOf(name, value);
          if (kind === 'secret') {
            seen.add(`${path}:${about.at.span.start}`);
            yield {
              ...problem('literal', about, { keyword: instruction.keyword, name, path }),
              remedy: {
                summary: `Give \`${name}\` when the container starts, change the value that was published, and use a build secret where only the build needs it.`,
                code: isSensitiveName(name)
                  ? `RUN --mount=type=secret,id=${name.toLowerCase()},env=${name} python manage.py collectstatic --noinput`
                  : '',
                language: 'dockerfile',
                path,
              },
            };
          }
          // A build that needs any value may get one on its own RUN line; as ENV it stays in force.
          if (
            kind === 'placeholder' &&
            instruction.keyword === 'ENV' &&
            !service?.variables.some((variable) => variable.name === name)
          ) {
            seen.add(`${path}:${about.at.span.start}`);
            const others = kept.get(path);
            if (others) others.names.push(name);
            else kept.set(path, { about, names: [name] });
          }
        }
      }
    }
    for (const [path, { about, names }] of kept) {
      yield question('placeholder', about, { path, names: names.map((name) => `\`${name}\``).join(', ') });
    }
  },
});
