/** Migrations of a SQLite file by the release command, which has no volume. */
import { defineRule, features, hasFinalValues, minutes, settings, web } from '@django-golive/core';
import { flyConfig } from '../../files/fly-config.js';

export const releaseOnVolume = defineRule({
  id: 'fly/release-on-volume',
  title: 'The release command migrates a file that is thrown away',
  sound: 'The release command migrates the database of the site',
  category: 'database',
  severity: 'high',
  effort: minutes(15),
  risk: 'The temporary machine migrates a new, empty file, and the site meets the old schema.',
  references: [
    web(
      'Fly.io: release_command',
      'https://fly.io/docs/reference/configuration/#run-one-off-commands-before-releasing-a-deployment',
    ),
  ],
  since: '0.1.0',
  needs: { features, flyConfig, settings },
  problems: {
    sqlite:
      'The release command runs `migrate`, and the database is the SQLite file of a volume that it does not have.',
  },
  when: ({ flyConfig, settings }) =>
    hasFinalValues(settings) && flyConfig?.release !== undefined && flyConfig.mounts.length > 0,
  *check({ features, flyConfig }, { problem }) {
    const release = flyConfig?.release;
    if (!release || !/\bmigrate\b/.test(release.text) || !features.uses('sqlite')) return;
    yield {
      ...problem('sqlite', { at: release.at, subject: 'fly.toml:release_command' }),
      confidence: 'firm',
      evidence: (flyConfig?.mounts ?? []).map(({ text, at }) => ({ at, note: `A volume is mounted at \`${text}\`.` })),
      remedy: {
        summary:
          'Migrate where the volume is, before the server starts: in the entrypoint of the image. One machine only.',
      },
    };
  },
});
