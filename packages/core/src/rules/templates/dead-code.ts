/** Views that nothing names any more: what they ask for is asked by nobody. */
import type { Location, Project } from '../../source.js';

const top = /^(?:async[ \t]+)?(?:def|class)[ \t]+(\w+)/;

/** Whether a place lies in a function or class of a module that no other line of the code and the templates names. */
export function isDeadCode(project: Project, { path, start }: Location): boolean {
  const lines = project.file(path)?.text.split(/\r\n|\r|\n/) ?? [];
  let index = start.line - 1;
  while (index >= 0 && !/^\S/.test(lines[index] ?? '')) index -= 1;
  const name = top.exec(lines[index] ?? '')?.[1];
  // A decorator hands it on, Django finds a command by its class's name, and other code may ask for whatever a module holds.
  if (name === undefined || name === 'Command' || /^[@)]/.test(lines[index - 1] ?? '')) return false;
  const named = new RegExp(`\\b${name}\\b`);
  // What it says of itself is said by nobody else.
  const after = lines.findIndex((line, at) => at > index && /^[^\s#)\]}]/.test(line));
  const end = after < 0 ? lines.length : after;
  return !project.paths.some((other) => {
    if (!/\.(py|html|txt|jinja2?|ya?ml|toml|json|cfg|ini)$/.test(other)) return false;
    const text = project.file(other)?.text ?? '';
    if (!text.includes(name)) return false;
    return text
      .split(/\r\n|\r|\n/)
      .some((line, at) => named.test(line.replace(/#.*/, '')) && !(other === path && at >= index && at < end));
  });
}
