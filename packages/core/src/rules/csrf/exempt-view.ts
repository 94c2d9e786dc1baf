/** Views that take forms without proof that the visitor sent them. */
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { urls } from '../../facts/urls.js';
import { cwe, defineRule, docs, minutes } from '../../rule.js';
import { hasFinalValues } from '../settings/final-values.js';
import { aboutView, definitionOf, ownViews, shownView } from '../urls/routes.js';

export const exemptView = defineRule({
  id: 'csrf/exempt-view',
  title: 'Views that change something are exempt from CSRF protection',
  sound: 'No view that acts for a signed-in visitor is exempt from CSRF protection',
  category: 'security',
  severity: 'medium',
  effort: minutes(20),
  risk: 'Another site makes the browser of a signed-in visitor send the request, and it is taken for the visitor’s own.',
  references: [cwe(352), docs('howto/csrf')],
  since: '0.1.0',
  needs: { project, settings, urls },
  problems: { session: '`{view}` asks for a signed-in visitor and is exempt from CSRF protection.' },
  questions: { open: '`{view}` takes requests from everybody without a CSRF token. Does it check who sent them?' },
  when: ({ settings, urls }) => hasFinalValues(settings) && urls.routes.some(({ view }) => view?.csrf === 'no'),
  *check({ project, urls }, { problem, question }) {
    for (const route of ownViews(urls.routes)) {
      const { view } = route;
      // DRF exempts its views and checks sessions itself; a view that only reads needs no protection.
      if (view.csrf !== 'no' || view.api || route.served === 'no' || view.writes?.length === 0) continue;
      if (view.kind === 'function' && onlyAnswers(definitionOf(project, view.at))) continue;
      if (view.access === 'login' || view.access === 'permission') {
        yield {
          ...problem('session', aboutView(route), { view: shownView(view) }),
          confidence: 'firm',
          remedy: {
            summary:
              'Take `csrf_exempt` away, and send the token with the request: in the form, or as the header `X-CSRFToken`.',
            path: view.at.path,
          },
        };
      } else if (view.access === 'public' && !view.asks)
        yield question('open', aboutView(route), { view: shownView(view) });
    }
  },
});

/** Calls that look, compare and answer, and change nothing wherever they are made. */
const harmless =
  /^(json\.(loads|dumps)|(logger|logging|log)\.\w+|print|str|int|float|bool|len|list|dict|tuple|set|sorted|sum|min|max|isinstance|(\w+\.)?(JsonResponse|HttpResponse\w*|render|redirect)|request\.(build_absolute_uri|get_full_path|get_host|is_secure|body\.decode)|(request\.(GET|POST|META|headers|data)|data|body|payload)\.(get|getlist|items|keys|values|dict|copy))$/;
const keywords = /^(if|elif|while|return|and|or|not|in|is|for|assert|yield|except|lambda|await|def|with|raise)$/;

/** Whether a view only says back what it was sent: nothing of what it calls, assigns or deletes outlives the request. */
function onlyAnswers(definition: string): boolean {
  const start = definition.search(/^[ \t]*(async[ \t]+)?def\b/m);
  const body = definition.slice(start).replace(/^.*\n/, '').replace(/#.*$/gm, '');
  const calls = [...body.matchAll(/([\w.\])'"]*)[ \t]*\(/g)].map(([, name = '']) => name);
  return (
    start >= 0 &&
    body.length < 4000 &&
    !/^[ \t]*(global|nonlocal|del|import|from)\b/m.test(body) &&
    // An attribute or an entry of something else may be kept there.
    !/[\w\])]+[.[][^=\n(]*(?<![=!<>])=(?!=)/.test(body.replace(/\w+\(.*?\)/g, '')) &&
    calls.every((name) => name === '' || keywords.test(name) || harmless.test(name))
  );
}
