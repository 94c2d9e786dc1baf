/** How package names are compared: PEP 503 makes `Django_Filter` and `django-filter` one package. */

/** The PEP 503 spelling of a distribution's name. */
export function normalizeName(name: string): string {
  return name
    .trim()
    .replace(/[-_.]+/g, '-')
    .toLowerCase();
}
