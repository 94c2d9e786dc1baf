/** How a project shows that it is meant for Railway. */
import { type Detection, defineDetector, type Evidence, type Location, lineSpan, project } from '@django-golive/core';
import { railwayConfig } from '../files/railway-config.js';
import { firstMention, readmeOf } from '../platform/mention.js';

const host = /\brailway\.app\b/;
/** Variables that Railway gives to every service. */
const variables =
  /\bRAILWAY_(?:PUBLIC_DOMAIN|PRIVATE_DOMAIN|STATIC_URL|ENVIRONMENT(?:_NAME|_ID)?|PROJECT_\w+|SERVICE_\w+|VOLUME_\w+|GIT_\w+)\b/;
const builders = ['nixpacks.toml', 'railpack.json'];

/** Recognises Railway. */
export const railwayDetector = defineDetector(
  { project, railwayConfig },
  ({ project, railwayConfig }): Detection | undefined => {
    const reasons: Evidence[] = [];
    let confidence = 0;
    const say = (sure: number, at: Location, note: string): void => {
      confidence = Math.max(confidence, sure);
      reasons.push({ at, note });
    };
    const first = (path: string): Location | undefined => {
      const file = project.file(path);
      return file?.at(lineSpan(file.text, 1));
    };
    // Railway builds the Dockerfile that it finds: then the image is what most can be said of.
    const image = railwayConfig !== undefined && project.file(railwayConfig.dockerfile) !== undefined;
    if (railwayConfig) say(image ? 0.7 : 0.9, railwayConfig.at, `\`${railwayConfig.path}\` is read by Railway alone.`);
    const infrastructure = project.paths.find((path) => /^\.railway\/railway\.(ts|py|go)$/.test(path));
    const code = infrastructure === undefined ? undefined : first(infrastructure);
    if (code) say(0.9, code, `\`${infrastructure}\` is read by Railway alone.`);
    const given = firstMention(project, variables);
    if (given) say(0.8, given, 'The settings read a variable that Railway gives.');
    const named = firstMention(project, host);
    if (named) say(0.7, named, 'The settings name a host of Railway.');
    for (const path of builders) {
      const at = first(path);
      if (at) say(0.5, at, `\`${path}\` is read by Railway's builders, and by others.`);
    }
    const readme = readmeOf(project);
    const at = readme?.text.search(host) ?? -1;
    if (readme && at >= 0)
      say(
        0.5,
        readme.at(lineSpan(readme.text, readme.text.slice(0, at).split('\n').length)),
        'The README names a host of Railway.',
      );
    return confidence === 0 ? undefined : { target: 'railway', confidence, reasons };
  },
);
