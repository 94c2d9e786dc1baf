/** What a settings module's name says of the place it is meant for. */

/** Meant for a developer's machine or for tests. */
export function looksLikeDevelopment(module: string): boolean {
  return (
    /(^|[._])(dev|devel|develop|development|local|localdev|localhost|test|tests|testing|debug|ci|sample|example)$/i.test(
      module,
    ) ||
    // `local_settings` is left out: many servers keep their own overrides in a file of that name.
    /(^|[._])(dev|devel|development|test|tests|testing|debug|ci|sample|example)_(settings|config|conf)$/i.test(module)
  );
}

/** Meant for the deployed site. */
export function looksLikeProduction(module: string): boolean {
  return /(^|[._])(prod|production|live|heroku|deploy|deployment|pythonanywhere|server)(_(settings|config|conf))?$/i.test(
    module,
  );
}
