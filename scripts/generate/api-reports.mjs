/** Keeps each package's public API as a committed text, so that a change of it shows in review. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Extractor, ExtractorConfig } from '@microsoft/api-extractor';
import { workspaces } from '../prepare.mjs';

export const name = 'API reports';

export function files() {
  const scratch = mkdtempSync(join(tmpdir(), 'golive-api-'));
  try {
    return new Map(workspaces().flatMap((workspace) => reportsOf(workspace, scratch)));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** One report for each entry point that package.json exports. */
function reportsOf(workspace, scratch) {
  const manifest = JSON.parse(readFileSync(join(workspace, 'package.json'), 'utf8'));
  return Object.entries(manifest.exports)
    .filter(([, target]) => typeof target === 'object' && existsSync(join(workspace, target.types)))
    .map(([entry, target]) => {
      const report = entry === '.' ? basename(workspace) : entry.slice('./'.length);
      const text = extract(workspace, join(workspace, target.types), report, scratch);
      return [`packages/${basename(workspace)}/api/${report}.api.md`, text];
    });
}

function extract(workspace, mainEntryPointFilePath, report, scratch) {
  const reportFolder = join(scratch, basename(workspace), report);
  mkdirSync(reportFolder, { recursive: true });
  const quiet = { logLevel: 'none', addToApiReportFile: false };
  const config = ExtractorConfig.prepare({
    configObject: {
      projectFolder: workspace,
      mainEntryPointFilePath,
      compiler: { tsconfigFilePath: join(workspace, 'tsconfig.build.json') },
      apiReport: {
        enabled: true,
        reportFileName: `${report}.api.md`,
        reportFolder,
        reportTempFolder: join(scratch, 'temp'),
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      newlineKind: 'lf',
      messages: {
        compilerMessageReporting: { default: quiet },
        extractorMessageReporting: { default: quiet },
        tsdocMessageReporting: { default: quiet },
      },
    },
    configObjectFullPath: undefined,
    packageJsonFullPath: join(workspace, 'package.json'),
  });
  Extractor.invoke(config, {
    localBuild: true,
    messageCallback: (message) => {
      message.handled = true;
    },
  });
  return readFileSync(join(reportFolder, `${report}.api.md`), 'utf8');
}
