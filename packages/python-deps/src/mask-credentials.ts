/** Keeps tokens that stand in package addresses out of every report. */

/** The text with user names, passwords and token parameters of its addresses replaced. `${VARIABLE}` stays: it is a name. */
export function maskCredentials(text: string): string {
  return text
    .replace(/(\w[\w+.-]*:\/\/)([^/@\s'"]+)@/g, (whole, scheme: string, user: string) =>
      isHarmless(user) ? whole : `${scheme}***@`,
    )
    .replace(/([?&](?:[\w-]*(?:token|key|password|secret|sig)[\w-]*)=)[^&#\s'"]+/gi, '$1***');
}

function isHarmless(user: string): boolean {
  return user === 'git' || user.split(':').every((part) => /^\$\{\w+\}$/.test(part) || part === 'git');
}
