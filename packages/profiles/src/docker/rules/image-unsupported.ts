/** Databases, servers and base images of a release that gets no fixes any more. */
import {
  type Dependencies,
  defineRule,
  dependencies,
  hours,
  type Location,
  project,
  today,
  web,
} from '@django-golive/core';
import { lineAt } from '../../files/shown-line.js';
import { isDevelopers } from '../compose-profiles.js';
import { type Containers, containers } from '../containers.js';
import { imageLines } from '../image-support.js';

export const imageUnsupported = defineRule({
  id: 'docker/image-unsupported',
  title: 'An image is of a release without fixes',
  sound: 'The images are of releases that get fixes',
  category: 'dependencies',
  severity: 'medium',
  effort: hours(4),
  risk: 'Holes that become known in it stay open, and the registry builds no newer image of it.',
  references: [
    web('endoflife.date', 'https://endoflife.date'),
    web('PostgreSQL: Versioning policy', 'https://www.postgresql.org/support/versioning/'),
  ],
  since: '0.1.0',
  needs: { project, containers, dependencies, today },
  problems: { ended: '`{image}` is {title}, which has had no fixes since {date}.' },
  when: ({ containers, dependencies, today }) => {
    const lines = linesIn(containers, dependencies.supportEnd);
    // A Python that has ended is told by `deps/python-eol`: its image is no sound one.
    return lines.some(({ until }) => until < today) || (lines.length > 0 && !endsWithPython(containers, dependencies));
  },
  *check({ project, containers, dependencies, today }, { problem }) {
    const ended = linesIn(containers, dependencies.supportEnd).filter(({ until }) => until < today);
    const [first] = ended;
    if (!first) return;
    const { image, title, until, at } = first;
    yield {
      ...problem('ended', lineAt(project, at, `image:${image}`), { image, title, date: until }),
      confidence: containers.confidence,
      evidence: ended.slice(1).map((other) => ({
        at: other.at,
        note: `\`${other.image}\` is ${other.title}, without fixes since ${other.until}.`,
      })),
      remedy: {
        summary: /^PostgreSQL/.test(title)
          ? 'Move to a release that is supported. The files of one major release are not read by the next: dump the database, start the new one on an empty volume, and load the dump.'
          : 'Name a release that is supported, and build or pull again.',
        path: at.path,
      },
    };
  },
});

function endsWithPython({ all }: Containers, { python }: Dependencies): boolean {
  return python?.status === 'ended' && all.some(({ image }) => image?.dockerfile.path === python.source);
}

interface NamedLine {
  readonly image: string;
  readonly title: string;
  readonly until: string;
  readonly at: Location;
}

/** The release lines that the files of production name: of services, and of the images that Django's are built from. */
function linesIn(
  { all, compose }: Containers,
  supportEnd: ((product: string, series: string) => string | undefined) | undefined,
): readonly NamedLine[] {
  if (!supportEnd) return [];
  const services = (compose?.services ?? [])
    .filter(({ profiles }) => !isDevelopers(profiles))
    .flatMap(({ image, build }) => (image && !build ? [{ text: image.text, at: image.at }] : []));
  // What Compose builds beside Django, such as a database with scripts of its own, is production's as well.
  const isBuilt = ({ django, service }: Containers['all'][number]) =>
    django || (service !== undefined && !isDevelopers(service.profiles));
  const bases = all
    .filter(isBuilt)
    .flatMap(({ image }) => (image && !image.base.variable ? [{ text: image.base.image, at: image.base.at }] : []));
  const seen = new Set<string>();
  return [...services, ...bases].flatMap(({ text, at }) => {
    // Services of one base all lead to the same line.
    const key = `${at.path}:${at.span.start}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return imageLines(text, supportEnd).map((line) => ({ image: text, at, ...line }));
  });
}
