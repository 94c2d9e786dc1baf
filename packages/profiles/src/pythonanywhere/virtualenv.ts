/** The virtualenv on the server: the one that the project's script activates, or one of virtualenvwrapper. */
import { shellWord } from '../shell-word.js';

/** Where it lies, and what makes it and leaves it active. `own` is a word of a shell. */
export function virtualenvFor(
  name: string,
  python: string | undefined,
  own: string | undefined,
): { readonly venv: string; readonly make: readonly string[] } {
  if (own !== undefined)
    return { venv: own, make: [`python${python ?? '3'} -m venv ${own}`, `source ${own}/bin/activate`] };
  const word = shellWord(`${name}-venv`);
  const venv = `~/.virtualenvs/${name}-venv`;
  // The help pages: newer tools do not run there, and naming a pip leaves the virtualenv inactive.
  if (python === '3.7')
    return {
      venv,
      make: [`mkvirtualenv ${word} --python=python3.7 --pip 24.0 --setuptools 68.0.0 --wheel 0.42.0`, `workon ${word}`],
    };
  // By its name alone: what lies in /usr/bin may be a link to it, and a virtualenv that is made through that takes no packages.
  return { venv, make: [`mkvirtualenv ${word}${python === undefined ? '' : ` --python=python${python}`}`] };
}
