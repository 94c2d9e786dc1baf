/** Profiles of Compose: a service that has some starts only where one of them is asked for. */

/** Whether all that would start a service is for developers, tests, or the making of an image that others run. */
export function isDevelopers(profiles: readonly string[]): boolean {
  return profiles.length > 0 && profiles.every((profile) => /dev|test|debug|local|tools?|build/i.test(profile));
}
