/** Advisories from files and from a server that the test starts on this machine. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { parseReport } from '@django-golive/core/schema';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { osvRecordsFor, ServerError } from '../src/advisories/osv-server.js';
import { zipEntries } from '../src/advisories/zip.js';
import { run } from '../src/main.js';

const made: string[] = [];
const started: ReturnType<typeof createServer>[] = [];
afterAll(() => {
  for (const directory of made) rmSync(directory, { recursive: true, force: true });
});
afterEach(() => {
  for (const server of started.splice(0)) server.close().closeAllConnections();
});

function directoryOf(files: Readonly<Record<string, string | Buffer>>): string {
  const root = mkdtempSync(join(tmpdir(), 'golive-advisories-'));
  made.push(root);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

const shop = () =>
  directoryOf({
    'manage.py': "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'shop.settings')\n",
    'shop/__init__.py': '',
    'shop/settings.py': 'SECRET_KEY = "x"\n',
    'requirements.txt': 'Django==5.2.8\nshopkit==1.4\nranged>=1.0\n',
  });

const record = (id: string, more: object = {}) => ({
  id,
  aliases: [`CVE-${id}`],
  modified: '2026-11-25T10:00:00Z',
  published: '2026-11-20T10:00:00Z',
  severity: [
    { type: 'CVSS_V4', score: 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:N/VI:N/VA:L/SC:N/SI:N/SA:N' },
    { type: 'CVSS_V3', score: 'CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:C/C:H/I:H/A:H' },
  ],
  affected: [
    {
      package: { ecosystem: 'PyPI', name: 'Shopkit' },
      ranges: [{ type: 'ECOSYSTEM', events: [{ introduced: '0' }, { fixed: '1.5' }] }],
    },
  ],
  ...more,
});

/** An archive as `zip` writes it, the files deflated. */
function zipOf(files: Readonly<Record<string, string>>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const body = deflateRawSync(text);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crc32(text), 10);
    head.writeUInt32LE(body.length, 14);
    head.writeUInt32LE(Buffer.byteLength(text), 18);
    head.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), head, Buffer.from(name), body]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00'), head, tail, Buffer.from(name));
    parts.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(Object.keys(files).length, 4);
  end.writeUInt16LE(Object.keys(files).length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, central, Buffer.from('PK\x05\x06'), end]);
}

async function audit(...argv: string[]) {
  let out = '';
  let error = '';
  const code = await run(['audit', ...argv, '--format', 'json', '--fail-on', 'never'], {
    out: (text) => {
      out += text;
    },
    error: (text) => {
      error += text;
    },
    columns: 100,
    color: false,
  });
  const report = code === 0 ? parseReport(JSON.parse(out)) : undefined;
  const known = (name: string) => report?.dependencies.find((row) => row.name === name)?.advisories;
  return { code, error, report, known };
}

describe('--advisories', () => {
  const files = {
    'GHSA-1.json': JSON.stringify(record('GHSA-1')),
    'GHSA-2.json': JSON.stringify(record('GHSA-2', { withdrawn: '2026-11-26T00:00:00Z' })),
  };
  const found = [{ id: 'GHSA-1', fixed: '1.5', score: 9.9 }];

  test('reads the all.zip of osv.dev, a directory and JSON lines alike', async () => {
    const lines = Object.values(files).join('\n');
    const root = directoryOf({ 'all.zip': zipOf(files), 'lines.jsonl': lines, ...prefixed('osv/', files) });
    for (const name of ['all.zip', 'osv', 'lines.jsonl']) {
      const { known, report } = await audit(shop(), '--advisories', join(root, name));
      expect(known('shopkit')).toEqual(found);
      expect(known('django')).toEqual([]);
      expect(report?.tool.advisories).toEqual({ from: name, asOf: '2026-11-25' });
    }
  });

  test('a directory may hold JSON lines, and other files that are passed by', async () => {
    const root = directoryOf({ 'osv/a.jsonl': `${files['GHSA-1.json']}\n`, 'osv/README.md': '{"id": "GHSA-9"}' });
    expect((await audit(shop(), '--advisories', join(root, 'osv'))).known('shopkit')).toEqual(found);
  });

  test('one line that is no JSON loses that line alone', async () => {
    const root = directoryOf({ 'lines.jsonl': `{"id": \n${files['GHSA-1.json']}\n` });
    expect((await audit(shop(), '--advisories', join(root, 'lines.jsonl'))).known('shopkit')).toEqual(found);
  });

  test('a file that holds none is wrong usage, not an audit without advisories', async () => {
    const root = directoryOf({
      'empty.json': '[]',
      'npm.json': '{"id": "GHSA-3", "affected": []}',
      'cut.zip': zipOf(files).subarray(0, 90),
    });
    expect(await audit(shop(), '--advisories', join(root, 'empty.json'))).toMatchObject({
      code: 2,
      error: expect.stringContaining('holds no OSV record of PyPI'),
    });
    expect((await audit(shop(), '--advisories', join(root, 'npm.json'))).code).toBe(2);
    expect((await audit(shop(), '--advisories', join(root, 'cut.zip'))).error).toContain(
      'cannot be read as an OSV export',
    );
    expect((await audit(shop(), '--advisories', join(root, 'absent.zip'))).error).toContain('cannot be read');
  });
});

test('an archive whose directory points past its end is refused', () => {
  const archive = zipOf({ 'a.json': '{}' });
  archive.writeUInt32LE(0x7fffffff, archive.length - 6);
  expect(() => [...zipEntries(archive)]).toThrow(RangeError);
  expect(() => [...zipEntries(Buffer.from('PK\x05\x06'))]).toThrow(RangeError);
});

type Answer = (request: { readonly path: string; readonly body: string }, response: ServerResponse) => void;

async function serverThat(answers: Answer): Promise<string> {
  const server = createServer(async (request: IncomingMessage, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    answers({ path: request.url ?? '', body }, response);
  });
  started.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const json = (response: ServerResponse, value: unknown, status = 200): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
};
const hasty = { timeout: 300, retries: 2, pause: 1 };

describe('--online', () => {
  test('asks for exact versions and for what is proposed instead, page by page, and reads each record once', async () => {
    const asked: unknown[] = [];
    const read: string[] = [];
    const server = await serverThat(({ path, body }, response) => {
      if (path === '/v1/querybatch') {
        const { queries } = JSON.parse(body);
        asked.push(...queries);
        const results = queries.map((query: { package: { name: string }; page_token?: string }) =>
          query.package.name !== 'shopkit'
            ? {}
            : query.page_token
              ? { vulns: [{ id: 'GHSA-2' }, { id: 'GHSA-1' }] }
              : { vulns: [{ id: 'GHSA-1' }], next_page_token: 'second' },
        );
        return json(response, { results });
      }
      read.push(path);
      json(response, record(path.replace('/v1/vulns/', '')));
    });
    const { known, report, error } = await audit(shop(), '--online', server);
    expect(error).toBe('');
    expect(known('shopkit')?.map(({ id }) => id)).toEqual(['GHSA-1', 'GHSA-2']);
    expect(asked).toEqual([
      { package: { name: 'django', ecosystem: 'PyPI' }, version: '5.2.8' },
      { package: { name: 'shopkit', ecosystem: 'PyPI' }, version: '1.4' },
      { package: { name: 'ranged', ecosystem: 'PyPI' }, version: '1.0' },
      { package: { name: 'shopkit', ecosystem: 'PyPI' }, version: '1.4', page_token: 'second' },
      { package: { name: 'shopkit', ecosystem: 'PyPI' }, version: '1.5' },
      { package: { name: 'shopkit', ecosystem: 'PyPI' }, version: '1.5', page_token: 'second' },
    ]);
    expect(read.sort()).toEqual(['/v1/vulns/GHSA-1', '/v1/vulns/GHSA-2']);
    expect(report?.manifests).toEqual([
      {
        path: 'requirements.txt',
        format: 'requirements',
        lock: false,
        kind: 'runtime',
        because: 'its name is the usual one',
      },
    ]);
    expect(report?.tool.advisories.from).toBe(server.replace('http://', ''));
  });

  /** A server that knows the records, and of each the versions that it affects. */
  const serverOf = (known: Readonly<Record<string, readonly [record: unknown, versions: readonly string[]]>>) => {
    const asked: string[] = [];
    const server = serverThat(({ path, body }, response) => {
      if (path !== '/v1/querybatch') return json(response, known[path.replace('/v1/vulns/', '')]?.[0]);
      const { queries } = JSON.parse(body);
      const results = queries.map((query: { package: { name: string }; version: string }) => {
        if (query.package.name !== 'shopkit') return {};
        asked.push(query.version);
        const ids = Object.keys(known).filter((id) => known[id]?.[1].includes(query.version));
        return { vulns: ids.map((id) => ({ id })) };
      });
      json(response, { results });
    });
    return { asked, server };
  };
  const between = (id: string, introduced: string, fixed?: string) =>
    record(id, {
      affected: [
        {
          package: { ecosystem: 'PyPI', name: 'shopkit' },
          ranges: [{ type: 'ECOSYSTEM', events: [{ introduced }, ...(fixed === undefined ? [] : [{ fixed }])] }],
        },
      ],
    });

  test('proposes no version that the server knows to be vulnerable itself', async () => {
    const { asked, server } = serverOf({
      'GHSA-1': [between('GHSA-1', '0', '1.5'), ['1.4']],
      'GHSA-2': [between('GHSA-2', '1.5', '1.6'), ['1.5']],
      'GHSA-3': [between('GHSA-3', '1.6', '2.1'), ['1.6']],
    });
    const { report } = await audit(shop(), '--online', await server);
    expect(asked).toEqual(['1.4', '1.5', '1.6', '2.1']);
    const row = report?.dependencies.find(({ name }) => name === 'shopkit');
    expect(row).toMatchObject({ upgrade: '2.1', advisories: [{ id: 'GHSA-1' }] });
    const finding = report?.findings.find(({ message }) => message.includes('GHSA-1'));
    expect(finding?.remedy?.summary).toContain('to 2.1 or later');
  });

  test('asks no end of questions, and then proposes none that nobody was asked of', async () => {
    const endless = Array.from({ length: 40 }, (_, at) => {
      const id = `GHSA-${100 + at}`;
      return [id, [between(id, `1.${at + 4}`, `1.${at + 5}`), [`1.${at + 4}`]]] as const;
    });
    const { asked, server } = serverOf(Object.fromEntries(endless));
    const { report } = await audit(shop(), '--online', await server);
    expect(asked).toHaveLength(12);
    expect(report?.dependencies.find(({ name }) => name === 'shopkit')).toMatchObject({
      upgrade: null,
      advisories: [{ id: 'GHSA-100' }],
    });
  });

  test('falls back to the snapshot where nobody answers, and says so', async () => {
    const { code, error, known, report } = await audit(shop(), '--online', 'http://127.0.0.1:1');
    expect(code).toBe(0);
    expect(error).toMatch(/127\.0\.0\.1:1 was asked for advisories, and it could not be reached.*snapshot of \d{4}-/);
    expect(known('django')?.length).toBeGreaterThan(3);
    expect(report?.tool.advisories.from).toContain('could not be asked');
  });

  test('sends again what failed for a moment', async () => {
    let requests = 0;
    const server = await serverThat((_request, response) => {
      requests += 1;
      json(response, { results: [{}] }, requests < 3 ? 503 : 200);
    });
    const records = new Map();
    await osvRecordsFor(server, [{ name: 'a', version: '1' }], records, hasty);
    expect(records.size).toBe(0);
    expect(requests).toBe(3);
  });

  test.each<[string, Answer, RegExp, number]>([
    ['refuses', (_request, response) => json(response, {}, 403), /answered with 403/, 1],
    ['is overloaded', (_request, response) => json(response, {}, 429), /answered with 429/, 3],
    ['is silent', () => undefined, /did not answer within 0\.3 s/, 3],
    ['speaks no JSON', (_request, response) => void response.end('<html>'), /no JSON/, 1],
    ['is another service', (_request, response) => json(response, { ok: true }), /not that of an OSV server/, 1],
    [
      'never ends',
      (_request, response) => json(response, { results: [{ next_page_token: 'more' }] }),
      /more than 100 pages/,
      100,
    ],
  ])('gives up on a server that %s', async (_name, answers, why, times) => {
    let requests = 0;
    const server = await serverThat((request, response) => {
      requests += 1;
      answers(request, response);
    });
    const asked = osvRecordsFor(server, [{ name: 'a', version: '1' }], new Map(), hasty);
    await expect(asked).rejects.toThrow(ServerError);
    await expect(asked).rejects.toThrow(why);
    expect(requests).toBe(times);
  });

  test('is wrong usage with an address that is none, or beside a file', async () => {
    expect((await audit(shop(), '--online', 'api.osv.dev')).code).toBe(2);
    const secret = await audit(shop(), '--online', 'http://user:pass@127.0.0.1:1');
    expect(secret).toMatchObject({ code: 2, error: expect.not.stringContaining('pass@') });
    expect((await audit(shop(), '--online', 'http://127.0.0.1:1', '--advisories', 'all.zip')).code).toBe(2);
  });
});

function prefixed(prefix: string, files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [`${prefix}${name}`, text]));
}
