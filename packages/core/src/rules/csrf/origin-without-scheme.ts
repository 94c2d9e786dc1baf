/** CSRF_TRUSTED_ORIGINS without a scheme: an error of Django's check since 4.0, which stops `migrate`. */
import { describeValue, maskText, truthOf } from '../../describe.js';
import { settings, settingsWith } from '../../facts/settings.js';
import { itemsOf, stringOf } from '../../facts/value-reading.js';
import { defineRule, django, docs, minutes } from '../../rule.js';
import { atLeastSeries } from '../settings/django-series.js';
import { writeInSettings } from '../settings/environment-style.js';
import { confidenceIn, hasFinalValues, namesOf, openVariables } from '../settings/final-values.js';
import { changeEntryWhereGiven } from '../settings/where-given.js';

export const originWithoutScheme = defineRule({
  id: 'csrf/origin-without-scheme',
  title: 'A trusted origin has no scheme',
  sound: 'Every trusted origin has a scheme',
  category: 'deployment',
  severity: 'critical',
  effort: minutes(5),
  risk: '`migrate` and every other command that runs checks stops, and forms from that origin are refused.',
  references: [django('4_0.E001'), docs('ref/settings', 'csrf-trusted-origins')],
  since: '0.1.0',
  needs: { settings, settingsWith },
  problems: {
    scheme: '`CSRF_TRUSTED_ORIGINS` holds `{origin}`; since Django 4.0 it must begin with a scheme such as `https://`.',
    empty: '`CSRF_TRUSTED_ORIGINS` holds an empty string; since Django 4.0 every entry must begin with a scheme.',
  },
  questions: {
    unproven: '`CSRF_TRUSTED_ORIGINS` is {value}. Does every origin in it begin with `https://`?',
    fallback:
      '`CSRF_TRUSTED_ORIGINS` is {value} where {variables} is not given, which stops `migrate`. Is it given in production?',
  },
  when: ({ settings }) =>
    hasFinalValues(settings) &&
    atLeastSeries(settings.django, '4.0') &&
    truthOf(settings.get('CSRF_TRUSTED_ORIGINS').value) !== 'no',
  *check({ settings, settingsWith }, { problem, question }) {
    const setting = settings.get('CSRF_TRUSTED_ORIGINS');
    const value = describeValue(setting.name, setting.value);
    // A string is another fault, with a rule of its own.
    if (setting.value.kind === 'str') return;
    // Going through a dict gives its keys.
    const items = setting.value.kind === 'dict' ? setting.value.entries.map(([key]) => key) : itemsOf(setting.value);
    const bad = items.flatMap((item) => stringOf(item) ?? []).filter((origin) => !origin.includes('://'));
    const open = openVariables(settings, setting);
    const doubtful = setting.value.kind === 'unknown' || setting.value.kind === 'choice' || items.some(isOpen);
    if (bad.length > 0 && open.length > 0 && bad.every((origin) => origin === '')) {
      yield question('fallback', setting, { value, variables: namesOf(open) });
    } else if (bad.length > 0) {
      const good = items.flatMap((item) => stringOf(item) ?? []).filter((origin) => origin !== '');
      const written = good.map((origin) => `    '${maskText(origin.includes('://') ? origin : `https://${origin}`)}',`);
      const remedy =
        changeEntryWhereGiven({ settings, settingsWith }, setting, bad[0] ?? '', {
          says: 'holds each origin with its scheme',
        }) ??
        writeInSettings(
          settings,
          'Write each origin with its scheme.',
          `CSRF_TRUSTED_ORIGINS = [\n${written.join('\n')}\n]`,
        );
      const confidence = confidenceIn(settings, setting);
      const named = bad.find((origin) => origin !== '');
      if (named === undefined) yield { ...problem('empty', setting), confidence, remedy };
      else yield { ...problem('scheme', setting, { origin: maskText(named) }), confidence, remedy };
    } else if (doubtful && !isString(setting.value)) yield question('unproven', setting, { value });
  },
});

const isOpen = (item: { readonly kind: string }): boolean => item.kind === 'unknown' || item.kind === 'choice';

/** Certainly a string, though its text is not known: again the other fault. */
const isString = (value: { readonly kind: string; readonly type?: string }): boolean => value.type === 'str';
