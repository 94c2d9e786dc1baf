/** Requirements that can be installed on one machine or one operating system alone. */
import { dependencies } from '../../facts/dependencies.js';
import { defineRule, minutes, web } from '../../rule.js';
import { isInstalled } from './declared.js';

/** Packages that exist for one system only, with the marker that says so. */
const systems: readonly (readonly [name: RegExp, system: string, marker: string])[] = [
  [
    /^(pywin32|pypiwin32|pywin32-ctypes|pywinpty|wmi|windows-curses|comtypes|winshell|pywinauto|win32-setctime|twisted-iocpsupport)$/,
    'Windows',
    "sys_platform == 'win32'",
  ],
  [/^(pyobjc(-.*)?|appnope|macfsevents|macholib|py2app)$/, 'macOS', "sys_platform == 'darwin'"],
];
/** These install on every system, or come with a marker of their own where another package asks for them. */
const everywhere = new Set([
  'pywin32-ctypes',
  'win32-setctime',
  'wmi',
  'appnope',
  'macholib',
  'comtypes',
  'winshell',
  'pywinauto',
]);

export const platformSpecific = defineRule({
  id: 'deps/platform-specific',
  title: 'A requirement cannot be installed on the server',
  sound: 'No requirement is bound to one operating system',
  category: 'dependencies',
  severity: 'high',
  effort: minutes(10),
  risk: '`pip install` ends with an error, so nothing is deployed.',
  references: [web('PEP 508: Environment markers', 'https://peps.python.org/pep-0508/#environment-markers')],
  since: '0.1.0',
  needs: { dependencies },
  problems: {
    system: '`{declared}` can be installed on {system} alone, and no marker says so.',
    path: '`{declared}` points to a file of the machine that wrote it.',
  },
  when: ({ dependencies }) =>
    dependencies.all.some(
      (row) => isInstalled(row) && (row.url !== undefined || systems.some(([name]) => name.test(row.name))),
    ),
  *check({ dependencies }, { problem }) {
    for (const row of dependencies.all) {
      if (!isInstalled(row)) continue;
      const foreign =
        row.marker === undefined && row.lockedAt === undefined && row.direct
          ? systems.find(([name]) => name.test(row.name))
          : undefined;
      if (foreign && !everywhere.has(row.name)) {
        yield {
          ...problem('system', row, { declared: row.declared, system: foreign[1] }),
          confidence: 'firm',
          remedy: {
            summary: `Say where it belongs, or leave it out.`,
            code: `${row.declared} ; ${foreign[2]}`,
            language: 'text',
            path: row.at.path,
            place: 'instead',
          },
        };
      } else if (
        row.url !== undefined &&
        /^(file:)?\/{0,3}([A-Za-z]:[\\/]|(home|Users|tmp|var\/folders|opt\/conda|private|croot|work|feedstock_root)\/)/.test(
          row.url,
        )
      ) {
        yield {
          ...problem('path', row, { declared: row.declared }),
          remedy: {
            summary: 'Replace it by the version that is meant.',
            code: `${row.name}==<version>`,
            language: 'text',
            path: row.at.path,
            place: 'instead',
          },
        };
      }
    }
  },
});
