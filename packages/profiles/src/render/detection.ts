/** How a project shows that it is meant for Render. */
import { type Detection, defineDetector, type Evidence, type Location, lineSpan, project } from '@django-golive/core';
import { blueprint } from '../files/render-blueprint.js';
import { firstMention, readmeOf } from '../platform/mention.js';
import { ownServices } from './services.js';

const host = /\bonrender\.com\b/;
/** Variables that Render gives to every service. */
const variables =
  /["']RENDER["']|\bRENDER_(?:EXTERNAL_(?:HOSTNAME|URL)|SERVICE_\w+|GIT_\w+|INSTANCE_ID|DISCOVERY_SERVICE)\b/;

/** Recognises Render. */
export const renderDetector = defineDetector(
  { project, blueprint },
  ({ project, blueprint }): Detection | undefined => {
    const reasons: Evidence[] = [];
    let confidence = 0;
    const say = (sure: number, at: Location, note: string): void => {
      confidence = Math.max(confidence, sure);
      reasons.push({ at, note });
    };
    const services = blueprint ? ownServices(project, blueprint) : [];
    // Where Render only runs an image, the image is what most can be said of.
    if (blueprint && services.length > 0)
      say(
        services.every(({ runtime }) => runtime === 'docker') ? 0.7 : 0.9,
        blueprint.at,
        `\`${blueprint.path}\` is read by Render alone.`,
      );
    const given = firstMention(project, variables);
    if (given) say(0.8, given, 'The settings read a variable that Render gives.');
    const named = firstMention(project, host);
    if (named) say(0.7, named, 'The settings name a host of Render.');
    const readme = readmeOf(project);
    const at = readme?.text.search(host) ?? -1;
    // A page that is told of may be another part of the whole, such as the frontend.
    if (readme && at >= 0)
      say(0.5, readme.at(lineSpan(readme.text, lineOf(readme.text, at))), 'The README names a host of Render.');
    return confidence === 0 ? undefined : { target: 'render', confidence, reasons };
  },
);

const lineOf = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;
