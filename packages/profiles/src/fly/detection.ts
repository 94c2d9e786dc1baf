/** How a project shows that it is meant for Fly.io. */
import { type Detection, defineDetector, type Evidence, type Location, lineSpan, project } from '@django-golive/core';
import { flyConfig } from '../files/fly-config.js';
import { firstMention, readmeOf } from '../platform/mention.js';

const host = /\bfly\.dev\b/;
/** Variables that Fly.io gives to every machine, and the name of a database inside its network. */
const variables = /["']FLY_(?:APP_NAME|REGION|MACHINE_ID|ALLOC_ID|PUBLIC_IP|PRIVATE_IP)["']|\.flycast\b/;

/** Recognises Fly.io. */
export const flyDetector = defineDetector({ project, flyConfig }, ({ project, flyConfig }): Detection | undefined => {
  const reasons: Evidence[] = [];
  let confidence = 0;
  const say = (sure: number, at: Location, note: string): void => {
    confidence = Math.max(confidence, sure);
    reasons.push({ at, note });
  };
  // A file that runs an image made elsewhere is left for those who only want to try the project.
  if (flyConfig) say(flyConfig.image ? 0.5 : 0.9, flyConfig.at, '`fly.toml` is read by Fly.io alone.');
  const given = firstMention(project, variables);
  if (given) say(0.8, given, 'The settings read a variable that Fly.io gives.');
  const named = firstMention(project, host);
  if (named) say(0.7, named, 'The settings name a host of Fly.io.');
  const readme = readmeOf(project);
  const at = readme?.text.search(host) ?? -1;
  if (readme && at >= 0)
    say(
      0.5,
      readme.at(lineSpan(readme.text, readme.text.slice(0, at).split('\n').length)),
      'The README names a host of Fly.io.',
    );
  return confidence === 0 ? undefined : { target: 'fly', confidence, reasons };
});
