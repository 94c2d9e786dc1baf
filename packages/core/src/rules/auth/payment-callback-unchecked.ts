/** Addresses at which a payment provider reports, and which believe whoever calls. */
import { project } from '../../facts/inputs.js';
import { settings } from '../../facts/settings.js';
import { type Route, urls } from '../../facts/urls.js';
import { cwe, defineRule, minutes, web } from '../../rule.js';
import type { Project } from '../../source.js';
import { hasFinalValues } from '../settings/final-values.js';
import { aboutView, type OwnRoute, ownViews, shownView } from '../urls/routes.js';

const provider =
  /stripe|paypal|paystack|razorpay|mpesa|m_pesa|daraja|midtrans|iyzico|flutterwave|braintree|mollie|payu|sslcommerz|paytm|khalti|esewa|square|adyen|click|payme|yookassa|liqpay|zarinpal|mercadopago|pesapal|payment|checkout|billing/i;
const report = /webhook|callback|ipn|notify|notification|hook/i;
/** What code does to make sure of who calls, or asks the provider itself. */
const checks =
  /signature|hmac|construct_event|compare_digest|verify|verified|validate|secret|token|api_key|checksum|hash|md5|sha\d|authoriz|basic|ip_address|REMOTE_ADDR|ALLOWED_IPS|whitelist|allowlist|requests\.(get|post)|httpx|\.retrieve\(|\.fetch\(|client\.|gateway|sdk|inquiry|query|status_check|check_status/i;

export const paymentCallbackUnchecked = defineRule({
  id: 'auth/payment-callback-unchecked',
  title: 'Anybody can report a payment',
  sound: 'Reports of payments are checked',
  category: 'security',
  severity: 'high',
  effort: minutes(60),
  risk: 'Whoever calls the address with a made-up body has an order taken for paid.',
  references: [cwe(345), web('Stripe: verify webhook signatures', 'https://docs.stripe.com/webhooks#verify-events')],
  since: '0.1.0',
  needs: { project, settings, urls },
  problems: {
    believed:
      '`{view}` takes reports of payments from everybody, and its code checks neither a signature nor with the provider.',
  },
  when: ({ settings, urls }) => hasFinalValues(settings) && ownViews(urls.routes).some(isReport),
  *check({ project, urls }, { problem }) {
    for (const route of ownViews(urls.routes).filter(isReport)) {
      const text = textOf(project, route);
      // What a function elsewhere does with the body is not followed.
      if (route.view.asks || checks.test(text) || handsOn(text)) continue;
      yield {
        ...problem('believed', aboutView(route), { view: shownView(route.view) }),
        confidence: 'tentative',
        remedy: {
          summary:
            "Check the provider's signature over the raw body before anything else, and answer 400 where it does not fit.",
          path: route.view.at.path,
        },
      };
    }
  },
});

/** A view for machines, that takes what a provider sends without signing in. */
function isReport(route: Route): boolean {
  const { view, served } = route;
  if (!view || served !== 'yes' || view.csrf !== 'no' || view.writes?.length === 0) return false;
  if (view.access === 'login' || view.access === 'permission') return false;
  const name = `${route.pattern} ${view.name}`;
  return report.test(name) && provider.test(name);
}

const textOf = (project: Project, { view }: OwnRoute): string =>
  project.file(view.at.path)?.text.slice(view.at.span.start, view.at.span.end) ?? '';

/** Whether the request or its body goes into a call of the project's own, which may check it. */
const handsOn = (text: string): boolean =>
  /\b(?!(?:json\.loads?|print|dict|str|int|float|len|getattr|JsonResponse|HttpResponse|Response|super)\b)[\w.]+\(\s*(?:self\s*,\s*)?(?:request|payload|body|data|event)\b(?!\.(?:GET|POST|method|META|body|data|user)\b)/.test(
    text.replace(/def \w+\([^)]*\)/g, ''),
  );
