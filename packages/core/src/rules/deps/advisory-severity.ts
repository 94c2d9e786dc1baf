/** How bad a published fault is by its score in CVSS, whether a pin or a range keeps it. */

/** Where CVSS begins to say medium and high: https://www.first.org/cvss/v3.1/specification-document, section 5. */
const notable = 4;
export const grave = 7;

/** Milder than the rules are weighed for where even the worst is no grave one. */
export function severityOfScore(worst: number): { readonly severity?: 'medium' | 'low' } {
  return worst >= grave ? {} : { severity: worst >= notable ? 'medium' : 'low' };
}
