/** Whether a variable that a file spells out is a secret in the open, or only looks like one. */
import { isSensitiveName, looksLikeCredential } from '@django-golive/core';

/** Words that stand for a value that is put there later, or that a build needs only to get by. */
const placeholder =
  /^(your|insert|fill[-_ ]?in|todo|dummy|build|builder|placeholder|change[-_ ]?(me|it|this)|replace[-_ ]?me|not[-_ ]?(a[-_ ]?)?(so[-_ ]?)?secret|none|null|unused|ignored?|fake|temp(orary)?|collectstatic|example|demo|sample|x{2,}|<.*>|\*+)([-_ ].*)?$/i;

/** What the file is called that holds a secret, or the settings with it. */
const fileName =
  /^[\w.-]+(\/[\w.-]+)*\.(ya?ml|json|toml|ini|cfg|conf|env|txt|pem|crt|cer|key|p8|p12|pfx|jks|properties|xml|py)$/i;

/** What a spelled-out value is. */
export type SecretText = 'secret' | 'placeholder' | 'none';

/** Judge a variable by its name and literal value. */
export function secretTextOf(name: string, value: string): SecretText {
  if (value === '' || value.includes('$')) return 'none';
  if (looksLikeCredential(value))
    return /:\/\/[^:@/]*:(password|pass|secret|dummy|x+)?@/i.test(value) && /dummy|build|none/i.test(value)
      ? 'placeholder'
      : 'secret';
  if (
    !isSensitiveName(name) ||
    /_(FILE|PATH|DIR|NAME|HEADER|URL|ID|PREFIX|TTL|AGE|EXPIRY|LENGTH|MINUTES|HOURS|DAYS|SECONDS)$/i.test(name)
  )
    return 'none';
  if (fileName.test(value)) return 'none';
  if (/^(true|false|yes|no|on|off|\d{1,5})$/i.test(value) || value.startsWith('/')) return 'none';
  return placeholder.test(value) ? 'placeholder' : 'secret';
}
