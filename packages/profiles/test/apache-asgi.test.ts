/** Apache's checklist where WebSockets need a server of their own. */
import { apacheUbuntu } from '@django-golive/profiles';
import { describe, expect, test } from 'vitest';
import { tryRule } from './heroku-pythonanywhere-given.js';

const host = (lines = '') =>
  `<VirtualHost *:80>\n  ServerName shop.test\n${lines}  WSGIScriptAlias / /srv/shop/config/wsgi.py\n</VirtualHost>\n`;
const routed = 'application = ProtocolTypeRouter({"websocket": routes})\n';
const itemsOf = (files: Readonly<Record<string, string>>) => {
  const given = { 'manage.py': '', 'config/wsgi.py': '', 'site.conf': host(), ...files };
  const values = { ASGI_APPLICATION: 'config.asgi.application' };
  const { checklist } = tryRule(apacheUbuntu, 'apache-ubuntu/script-missing', given, values);
  return (id: string) => checklist.find((item) => item.id === id);
};

describe('WebSockets beside mod_wsgi', () => {
  test('get the unit of a server, at the port that Apache passes them to', () => {
    const item = itemsOf({ 'config/asgi.py': routed });
    const commands = item('units')?.commands.join('\n') ?? '';
    expect(commands).toContain(
      'ExecStart=/srv/shop/venv/bin/uvicorn config.asgi:application --host 127.0.0.1 --port 8001',
    );
    expect(commands).toContain('sudo systemctl enable --now project-asgi.service');
    expect(item('environment')?.commands.at(-1)).toBe("/srv/shop/venv/bin/pip install 'uvicorn[standard]'");
    expect(item('reload')?.commands).toContain('sudo systemctl restart project-asgi.service');
    const passed = '  ProxyPass /ws/ ws://127.0.0.1:9001/ws/\n';
    const daphne = itemsOf({
      'config/asgi.py': routed,
      'site.conf': host(passed),
      'requirements.txt': 'daphne==4.2.1\n',
    });
    expect(daphne('units')?.commands.join('\n')).toContain(
      'bin/daphne -b 127.0.0.1 -p 9001 --proxy-headers config.asgi:application',
    );
  });

  test('need none where the project has one, or routes none', () => {
    const unit = '[Service]\nExecStart=/srv/shop/venv/bin/daphne config.asgi:application\n';
    const named = (files: Readonly<Record<string, string>>) => itemsOf(files)('units')?.commands.join('\n') ?? '';
    expect(named({ 'config/asgi.py': routed, 'deploy/ws.service': unit })).not.toContain('project-asgi');
    expect(named({ 'config/asgi.py': 'application = get_asgi_application()\n' })).toBe('');
  });
});
