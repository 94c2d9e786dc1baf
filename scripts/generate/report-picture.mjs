/** Draws the top of a real report as the terminal shows it, for the README. */
import { join } from 'node:path';
import { terminal } from '@django-golive/reporters';
import { auditLoaded, loadProject } from 'django-golive';
import { root } from '../command.mjs';

export const name = 'Picture of a report';

const lines = 46;
const colors = { 31: '#f97583', 32: '#85e89d', 33: '#ffdf5d', 34: '#79b8ff', 36: '#73e3ff' };
const size = { line: 19, character: 8.43, margin: 20 };

export function files() {
  const report = auditLoaded(loadProject(join(root, 'examples/point-of-sale')), { today: '2026-11-20' });
  const text = terminal(report, { color: true, columns: 100 });
  return new Map([['docs/report.svg', picture(text.split('\n').slice(0, lines))]]);
}

function picture(rows) {
  const width = Math.round(size.character * 102 + 2 * size.margin);
  const height = rows.length * size.line + 2 * size.margin;
  let style = {};
  const body = rows.map((row, index) => {
    const drawn = spans(row, style);
    style = drawn.style;
    return `<text x="${size.margin}" y="${size.margin + (index + 1) * size.line - 5}" xml:space="preserve">${drawn.text}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="A report of golive on a terminal">
<rect width="100%" height="100%" rx="8" fill="#1f2428"/>
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14" fill="#d1d5da">
${body.join('\n')}
</g>
</svg>
`;
}

/** A row's styled parts, by the SGR codes between them; a style can go on into the next row. */
function spans(row, before) {
  let style = before;
  const text = row
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the terminal's own escape character
    .split(/\u001b\[(\d+)m/)
    .map((part, index) => {
      if (index % 2 === 0) return part === '' ? '' : `<tspan${attributes(style)}>${escaped(part)}</tspan>`;
      style = changed(style, Number(part));
      return '';
    })
    .join('');
  return { text, style };
}

function changed(style, code) {
  if (code === 1) return { ...style, bold: true };
  if (code === 2) return { ...style, dim: true };
  if (code === 22) return { ...style, bold: false, dim: false };
  return { ...style, color: colors[code] };
}

function attributes({ bold, dim, color }) {
  const fill = color ?? (dim ? '#8b949e' : undefined);
  return `${bold ? ' font-weight="bold"' : ''}${fill ? ` fill="${fill}"` : ''}`;
}

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
