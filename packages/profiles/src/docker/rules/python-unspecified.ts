/** A base image that is whichever Python is the newest. */
import { defineRule, dependencies, minutes, project, web } from '@django-golive/core';
import { lineAt } from '../../files/shown-line.js';
import { containers } from '../containers.js';

/** Python's own image with a tag that names no release line. */
const floating =
  /^(?:docker\.io\/)?(?:library\/)?python(?::(?:latest|3)?(?:-?(?:slim|alpine|bookworm|trixie|bullseye)[\w.-]*)?)?$/;

export const pythonUnspecified = defineRule({
  id: 'docker/python-unspecified',
  title: 'The image does not say which Python',
  sound: 'The image says which Python',
  category: 'dependencies',
  severity: 'medium',
  effort: minutes(5),
  risk: 'A build of another day has another Python, for which pinned packages have no wheels or do not work.',
  references: [web('Docker: python, image variants', 'https://hub.docker.com/_/python')],
  since: '0.1.0',
  needs: { project, containers, dependencies },
  problems: { floating: '`{image}` is whichever Python is the newest on the day of the build.' },
  when: ({ containers }) => containers.all.some(({ django, image }) => django && image !== undefined),
  *check({ project, containers, dependencies }, { problem }) {
    const found = containers.all.find(
      ({ django, image }) => django && image && !image.base.variable && floating.test(image.base.image),
    );
    const base = found?.image?.base;
    if (!base) return;
    const { stages } = found.image.dockerfile;
    const others = stages.filter(({ at, image, variable }) => at !== base.at && !variable && floating.test(image));
    // `docker.io/python` is not the stage of that name, which somebody made to say the version once.
    const alias = stages.find(({ name, image }) => name === 'python' && !floating.test(image));
    const last = others.pop();
    const lines = [...others.map(({ at }) => `${at.start.line}, `), last ? `${last.at.start.line}` : ''].join('');
    const also =
      last === undefined
        ? ''
        : ` Line${others.length > 0 ? 's' : ''} ${lines} of the file ha${others.length > 0 ? 've' : 's'} the same: packages that are built on one Python fit no other.`;
    const wanted = dependencies.django?.livePythons?.at(-1);
    yield {
      ...problem('floating', lineAt(project, base.at, 'python'), { image: base.image }),
      confidence: containers.confidence,
      remedy: {
        summary: `${
          alias
            ? `Build on the stage \`python\` of line ${alias.at.start.line}, which names a Python. \`${base.image}\` is another image.`
            : 'Name the release line that the site was tried with, and raise it on purpose.'
        }${also}`,
        ...(alias ? { code: 'FROM python', language: 'dockerfile' as const } : {}),
        ...(wanted === undefined || alias
          ? {}
          : { code: `FROM python:${wanted}${variantOf(base.image)}`, language: 'dockerfile' as const }),
        path: base.at.path,
      },
    };
  },
});

/** `-slim` of `python:slim`, `-alpine3.20` of `python:3-alpine3.20`. */
function variantOf(image: string): string {
  const variant = /(?:slim|alpine|bookworm|trixie|bullseye)[\w.-]*$/.exec(image)?.[0];
  return variant === undefined ? '' : `-${variant}`;
}
