/** Harbour: processes behind a proxy that ends TLS, on machines without a disk. */
import { type Deployment, defineDetector, deployment, type Profile, project, provide } from '@django-golive/core';
import { processOfLine, weighed } from '@django-golive/profiles';
import { capabilities } from './capabilities.js';
import { checklist } from './checklist.js';
import { manifest } from './manifest.js';
import { healthMissing } from './rules/health-missing.js';

/** The target Harbour. */
export const harbour: Profile = {
  id: 'harbour',
  title: 'Harbour',
  detector: defineDetector({ manifest }, ({ manifest }) =>
    manifest
      ? {
          target: 'harbour',
          confidence: 0.9,
          reasons: [{ at: manifest.at, note: '`harbour.json` is read by Harbour alone.' }],
        }
      : undefined,
  ),
  providers: [
    // What Harbour starts, in golive's words: the settings of production follow from it, and every rule that asks how they run.
    provide(
      deployment,
      { project, manifest },
      ({ project, manifest }): Deployment => ({
        target: 'harbour',
        processes: (manifest?.processes ?? []).map((line) => processOfLine(line, project)),
        platformVariables: { PORT: undefined, HARBOUR_APP: undefined },
        documented: [],
        traits: new Map([
          ['tls-at-proxy', undefined],
          ['ephemeral-disk', undefined],
        ]),
        volumes: [],
        root: '/srv/app',
      }),
    ),
  ],
  rules: [
    healthMissing,
    ...weighed('logging/file-on-ephemeral-disk', 'high', 'The watch on duty reads the console, and nothing else.'),
  ],
  capabilities,
  checklist,
};
