/** Texts that django-configurations lets Django's validators check: what is plainly right or wrong is known, the rest is not. */
import type { Truth } from '@django-golive/core';
import { type Machine, textOf } from '../evaluate/native.js';
import type { PyValue } from '../evaluate/value.js';

/** The kinds whose text is validated, with the words of their complaint. */
export const VALIDATED: Readonly<Record<string, { readonly message: string }>> = {
  EmailValue: { message: 'Cannot interpret email value {0!r}' },
  URLValue: { message: 'Cannot interpret URL value {0!r}' },
  IPValue: { message: 'Cannot interpret IP value {0!r}' },
  RegexValue: { message: "Regex doesn't match value {0!r}" },
};

const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const DOMAIN = `(?:${LABEL}\\.)+[a-z]{2,24}`;
const RIGHT: Readonly<Record<string, RegExp>> = {
  EmailValue: new RegExp(`^[a-z0-9_.+-]*[a-z0-9_+-]@${DOMAIN}$`, 'iu'),
  URLValue: new RegExp(`^(?:https?|ftps?)://(?:${DOMAIN}|localhost)(?::\\d{2,5})?(?:[/?#][\\w/?&=.~%+#-]*)?$`, 'iu'),
  IPValue: /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/u,
};
const POSSIBLE: Readonly<Record<string, RegExp>> = { EmailValue: /@./u, URLValue: /:\/\/./u, IPValue: /^[\d.]+$|:/u };

/** Whether Django's validator takes the text. */
export function acceptsText(machine: Machine, kind: string, value: PyValue, regex: PyValue | undefined): Truth {
  const text = textOf(value);
  if (text === undefined) return 'maybe';
  if (kind === 'RegexValue') {
    if (!regex || regex.kind === 'none') return 'yes';
    return machine.truth(machine.call(machine.from('re', 'search'), [regex, value]));
  }
  if (RIGHT[kind]?.test(text) && !/\.\.|^\./u.test(text)) return 'yes';
  return POSSIBLE[kind]?.test(text) ? 'maybe' : 'no';
}
