/** Telling a credential from what stands in for one: examples, placeholders and the defaults of a developer's machine. */

const words =
  /change.?me|changeit|replace|your|example|placeholder|dummy|insert|fill.?in|todo|xxx|sample|fake|not.?(a.?)?(real|secret)|unsafe|insecure|for.?(development|dev|test)|development|testing|^(dev|test|local|secret|secrets|password|passwd|pass|admin|root|postgres|postgresql|mysql|redis|rabbitmq|guest|user|default|none|null|key|token|django|demo)[-_.]?(secret|password|pass|key|token|user|db)?\d{0,4}$/i;

/** Whether a value stands in for a secret and is none itself. */
export function isPlaceholder(value: string): boolean {
  const text = value.trim();
  if (text.length < 6 || words.test(text)) return true;
  // <…>, {{…}}, ${…}, %(…)s, …: filled in elsewhere.
  if (/^[<{[($%]|\$\{|\}\}|^\*+$|^\.+$|^(.)\1+$/.test(text)) return true;
  return /^(true|false|yes|no|on|off|\d{1,5})$/i.test(text) || /^(123|abc)/i.test(text);
}

/** Whether a value is made like a credential: no words of a language, no path, no address without a password. */
export function looksMade(value: string): boolean {
  const text = value.trim();
  if (isPlaceholder(text) || /\s/.test(text)) return false;
  if (/^[\w-]+(\.[A-Za-z_][\w-]*)+$/.test(text) && !/\d/.test(text)) return false;
  if (/^(\.{0,2}\/|[A-Za-z]:\\|~\/)|\.(pem|key|json|crt|txt|ya?ml|env)$/.test(text)) return false;
  if (/^https?:\/\//.test(text)) return false;
  // `o/oauth2/token`: an address below a host.
  if (/^[a-z_-]+\d?(\/[a-z_-]+\d?)+\/?$/.test(text)) return false;
  // `shop:search:rebuild`: a key of a cache or a queue, made of words.
  if (/^[A-Za-z]{2,}([:_./-][A-Za-z]{2,})+$/.test(text) && /^([a-z]+|[A-Z]+|[A-Z][a-z]+)$/.test(longest(text)))
    return false;
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/].filter((kind) => kind.test(text)).length;
  return text.length >= 16 ? kinds >= 2 && new Set(text).size >= 8 : kinds >= 3 && text.length >= 8;
}

/** The longest run of letters. */
function longest(text: string): string {
  return text.split(/[^A-Za-z]+/).reduce((most, part) => (part.length > most.length ? part : most), '');
}

/** A URL whose password is that of a local or sample service. */
export function isLocalUrl(value: string): boolean {
  const [, password = '', host = ''] = /^\w[\w+.-]*:\/\/[^/\s:@]*:([^@\s]*)@([^/:\s]+)/.exec(value) ?? [];
  return (
    isPlaceholder(password) ||
    /^(localhost|127\.|0\.0\.0\.0|host\.docker\.internal|db$|postgres$|redis$|mysql$|rabbitmq$)/.test(host)
  );
}
