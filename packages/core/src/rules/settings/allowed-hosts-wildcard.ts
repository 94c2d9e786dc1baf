/** ALLOWED_HOSTS with a star: Django then believes whatever Host a request carries. */
import { deployment } from '../../facts/deployment.js';
import { project } from '../../facts/inputs.js';
import { type Setting, type Settings, settings, settingsWith } from '../../facts/settings.js';
import { urls } from '../../facts/urls.js';
import { holds, stringsOf } from '../../facts/value-reading.js';
import { cwe, defineRule, docs, minutes, type Remedy } from '../../rule.js';
import type { Location, Project } from '../../source.js';
import { assignmentOf } from './assignment-of.js';
import { decidingVariables } from './deciding-variables.js';
import { homeOf, takeFromEnvironment } from './environment-style.js';
import { confidenceIn, hasFinalValues, namesOf, openVariables } from './final-values.js';
import { hostCheck } from './host-check.js';
import { namesHosts } from './host-entry.js';
import { hostUnused, ignoresHost } from './host-use.js';
import { middlewareOf } from './middleware.js';
import { ownVariables } from './own-variables.js';
import { changeWhereGiven, isImageDefault } from './where-given.js';

const namesAHost = /HOST|DOMAIN|SITE|SERVER|URL|ORIGIN/i;

export const allowedHostsWildcard = defineRule({
  id: 'settings/allowed-hosts-wildcard',
  title: 'Any host name is allowed',
  sound: 'Only named hosts are allowed',
  category: 'security',
  severity: 'high',
  effort: minutes(10),
  risk: 'A forged Host header ends up in password-reset links and cached pages.',
  references: [cwe(644), docs('topics/security', 'host-header-validation')],
  since: '0.1.0',
  needs: { deployment, project, settings, settingsWith, urls },
  problems: {
    any: '`ALLOWED_HOSTS` holds `*` in `{module}`.',
    fallback: '`ALLOWED_HOSTS` holds `*` unless {variables} is given.',
  },
  questions: {
    network: '`ALLOWED_HOSTS` holds `*` and `{middleware}` runs. Does it refuse hosts from outside your network?',
    checked:
      '`ALLOWED_HOSTS` holds `*`, and `{middleware}` looks at the host. Does it refuse every host that is not yours?',
  },
  strengths: { validated: '`ALLOWED_HOSTS` holds `*`, but only registered hosts reach Django here.' },
  when: ({ settings }) => hasFinalValues(settings) && namesHosts(settings),
  *check(facts, { problem, question, strength }) {
    const { deployment, settings } = facts;
    const setting = settings.get('ALLOWED_HOSTS');
    if (setting.value.kind === 'str' || holds(setting.value, '*') !== 'yes') return;
    const guard = stringsOf(middlewareOf(settings).value).find((name) => /allow_cidr|AllowCIDR/i.test(name));
    const checked = hostCheck(facts.project, settings);
    if (deployment.traits.has('host-validated')) {
      yield strength('validated', setting);
    } else if (guard !== undefined) {
      yield question('network', setting, { middleware: guard });
    } else if (checked !== undefined) {
      yield question('checked', setting, { middleware: checked });
    } else {
      const open = decidingVariables(facts.settingsWith, openVariables(settings, setting), (given) => {
        const hosts = given.get('ALLOWED_HOSTS');
        return given.startup.ok !== false && holds(hosts.value, '*') !== 'yes';
      });
      const check = deployment.healthCheck;
      const kept = check
        ? ` \`${check.host}\` has to be one of them: the health check in \`${check.at.path}\` asks under that name.`
        : '';
      // A variable that only chose the line, such as the stage's name, holds no hosts.
      const own = ownVariables(facts.project, settings, setting);
      const [list, ...others] = open.filter((name) => own.includes(name) && namesAHost.test(name));
      const at = assignmentWithStar(facts.project, settings, setting);
      const about = { ...setting, ...(at ? { at } : {}) };
      const said =
        open.length > 0
          ? problem('fallback', about, { variables: namesOf(open) })
          : problem('any', about, { module: settings.module });
      yield {
        ...said,
        ...(ignoresHost(facts.project, settings, facts.urls) ? hostUnused : {}),
        confidence: isImageDefault(settings, setting) ? 'firm' : confidenceIn(settings, setting),
        remedy:
          remedyWhereGiven(facts, kept) ??
          takeFromEnvironment(facts, {
            setting: 'ALLOWED_HOSTS',
            wanted: 'list',
            at,
            ...(list === undefined || others.length > 0 ? {} : { variable: list }),
            summary: `List the names visitors use, or take them from the environment without a fallback.${kept}`,
          }),
      };
    }
  },
});

/** The assignment that brought the star, where later lines of the same file add names of their own: these are to stay in force. */
function assignmentWithStar(project: Project, settings: Settings, setting: Setting): Location | undefined {
  const found = assignmentOf(project, setting);
  if (found?.path !== homeOf(settings, 'ALLOWED_HOSTS')) return undefined;
  const later = project.file(found?.path ?? '')?.text.slice(found?.span.end) ?? '';
  return /\bALLOWED_HOSTS\s*(\+=|\.(append|extend|insert)\().*['"]\*['"]/.test(later) ? undefined : found;
}

/** The line that gives the variable, where a file does: the settings read what it says already. */
function remedyWhereGiven(facts: Parameters<typeof changeWhereGiven>[0], kept: string): Remedy | undefined {
  const remedy = changeWhereGiven(facts, facts.settings.get('ALLOWED_HOSTS'), {
    says: 'lists the names that visitors use',
  });
  return remedy && { ...remedy, summary: `${remedy.summary}${kept}` };
}
