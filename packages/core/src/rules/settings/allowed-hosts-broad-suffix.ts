/** ALLOWED_HOSTS that admits every customer of a shared domain. */
import { project } from '../../facts/inputs.js';
import { settings, settingsWith } from '../../facts/settings.js';
import { urls } from '../../facts/urls.js';
import { stringsOf } from '../../facts/value-reading.js';
import { cwe, defineRule, docs, minutes } from '../../rule.js';
import type { Project } from '../../source.js';
import { confidenceIn, hasFinalValues } from './final-values.js';
import { hostUnused, ignoresHost } from './host-use.js';
import { isSharedSuffix } from './shared-suffix.js';
import { changeWhereGiven } from './where-given.js';

export const allowedHostsBroadSuffix = defineRule({
  id: 'settings/allowed-hosts-broad-suffix',
  title: 'Hosts that belong to strangers are allowed',
  sound: 'Allowed suffixes belong to this site',
  category: 'security',
  severity: 'medium',
  effort: minutes(5),
  risk: 'A forged Host header that a stranger owns ends up in password-reset links.',
  references: [cwe(644), docs('ref/settings', 'allowed-hosts')],
  since: '0.1.0',
  needs: { project, settings, settingsWith, urls },
  problems: { shared: '`ALLOWED_HOSTS` holds `{entry}`; anyone can have a name under it.' },
  when: ({ settings }) =>
    hasFinalValues(settings) && stringsOf(settings.get('ALLOWED_HOSTS').value).some((entry) => entry.startsWith('.')),
  *check(facts, { problem }) {
    const { project, settings } = facts;
    const setting = settings.get('ALLOWED_HOSTS');
    const entries = stringsOf(setting.value);
    if (entries.includes('*')) return;
    for (const entry of entries) {
      if (!entry.startsWith('.') || !isSharedSuffix(entry.slice(1)) || isRoutedThere(project, entry)) continue;
      yield {
        ...problem('shared', { ...setting, subject: `${setting.subject}:${entry}` }, { entry }),
        ...(ignoresHost(project, settings, facts.urls) ? hostUnused : {}),
        confidence: confidenceIn(settings, setting),
        remedy: changeWhereGiven(facts, setting, { says: 'holds the full names of the site' }) ?? {
          summary: `Write the full name of the site in place of \`${entry}\`.`,
          path: setting.at.path,
        },
      };
    }
  },
});

/** Platforms whose router chooses the site by the Host header, each with its file: a stranger's name leads to the stranger's site. */
const platforms: readonly (readonly [suffix: string, file: RegExp])[] = [
  ['onrender.com', /^render\.ya?ml$/],
  ['fly.dev', /^fly\.toml$/],
  ['railway.app', /^railway\.(json|toml)$/],
  ['vercel.app', /^vercel\.json$/],
];

function isRoutedThere(project: Project, entry: string): boolean {
  return platforms.some(
    ([suffix, file]) => entry.endsWith(`.${suffix}`) && project.paths.some((path) => file.test(path)),
  );
}
