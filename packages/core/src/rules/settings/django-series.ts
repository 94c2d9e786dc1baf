/** Comparing Django's release lines by number: `4.10` would come after `4.9`. */

/** Whether a series such as `5.2` is at or after another. */
export function atLeastSeries(series: string, floor: string): boolean {
  const [major = 0, minor = 0] = series.split('.').map(Number);
  const [floorMajor = 0, floorMinor = 0] = floor.split('.').map(Number);
  return major > floorMajor || (major === floorMajor && minor >= floorMinor);
}
