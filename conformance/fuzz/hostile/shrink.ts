/** Makes an input that shows a defect small, by leaving out what it does not take. */
import type { HostileInput } from './input.js';

/** The smallest input found that still fails; `fails` is asked at most `most` times. */
export async function shrink(
  input: HostileInput,
  fails: (input: HostileInput) => Promise<boolean>,
  most: number,
): Promise<HostileInput> {
  let best = input;
  let asked = 0;
  const attempt = async (candidate: HostileInput): Promise<boolean> => {
    if (asked >= most) return false;
    asked += 1;
    if (!(await fails(candidate))) return false;
    best = candidate;
    return true;
  };
  for (const path of Object.keys(input.files)) {
    const { [path]: _, ...files } = best.files;
    await attempt({ ...best, files });
  }
  await attempt({ ...best, variables: {} });
  // First lines, then characters, in pieces that become smaller.
  for (const separator of ['\n', '']) {
    for (const path of Object.keys(best.files)) {
      const parts = () => (best.files[path] ?? '').split(separator);
      for (let piece = parts().length >> 1; piece > 0 && asked < most; piece >>= 1) {
        for (let at = 0; at < parts().length && asked < most; ) {
          const kept = parts();
          kept.splice(at, piece);
          const files = { ...best.files, [path]: kept.join(separator) };
          if (!(await attempt({ ...best, files }))) at += piece;
        }
      }
    }
  }
  return best;
}
