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
  problems: {
    session: '`{view}` asks for a signed-in visitor and is exempt from CSRF protection.',
    unfollowed:
      '`{view}` asks for a signed-in visitor, is exempt from CSRF protection, and calls `{call}`, which may change something.',
  },
  questions: { open: '`{view}` takes requests from everybody without a CSRF token. Does it check who sent them?' },
  when: ({ settings, urls }) => hasFinalValues(settings) && urls.routes.some(({ view }) => view?.csrf === 'no'),
  *check({ project, urls }, { problem, question }) {
    for (const route of ownViews(urls.routes)) {
      const { view } = route;
      // DRF exempts its views and checks sessions itself; a view that only reads needs no protection.
      if (view.csrf !== 'no' || view.api || route.served === 'no' || view.writes?.length === 0) continue;
      const { effect } = view;
      if (effect?.kind === 'none') continue;
      if (view.access === 'login' || view.access === 'permission') {
        const shown = { view: shownView(view) };
        yield {
          ...(effect?.kind === 'unfollowed'
            ? problem('unfollowed', aboutView(route), { ...shown, call: effect.what })
            : problem('session', aboutView(route), shown)),
          ...(asksForAjax(definitionOf(project, view.at)) ? { severity: 'low' as const, risk: behindHeader } : {}),
          confidence: effect?.kind === 'unfollowed' ? 'tentative' : 'firm',
          evidence: effect ? [{ at: effect.at, note: notes[effect.kind] }] : [],
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

const behindHeader =
  'Only the header `X-Requested-With` keeps other sites out, and it stops doing so where CORS lets one of them send headers.';

/** Whether a view turns away whatever lacks a header that a page of another site cannot send unasked. */
function asksForAjax(definition: string): boolean {
  return /\n[ \t]+if not request\.is_ajax\(\)(?: or [^\n]*)?:\s*(?:return|raise)\b|\n[ \t]+if request\.headers(?:\.get\(|\[)['"]X-Requested-With['"][)\]] != ['"]XMLHttpRequest['"](?: or [^\n]*)?:\s*(?:return|raise)\b/i.test(
    definition,
  );
}

const notes = {
  seen: 'It changes something here.',
  unfollowed: 'What this does was not followed: it may change something.',
};
