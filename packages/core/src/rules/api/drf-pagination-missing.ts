/** Lists of the API that hold everything there is. */
import { type Dependencies, dependencies } from '../../facts/dependencies.js';
import { project } from '../../facts/inputs.js';
import { type Settings, settings } from '../../facts/settings.js';
import { urls } from '../../facts/urls.js';
import { isAssigned, lacks, lookup, stringOf } from '../../facts/value-reading.js';
import { defineRule, minutes, web } from '../../rule.js';
import { atLeastSeries } from '../settings/django-series.js';
import { confidenceIn, hasFinalValues } from '../settings/final-values.js';
import { type ApiView, apiViews, inWords } from './api-views.js';

const lists =
  /^rest_framework\.(generics\.List(Create)?APIView|viewsets\.(ReadOnly)?ModelViewSet|mixins\.ListModelMixin)$/;

/** The framework's own classes, which take the size of a page from the settings. */
const sized = /^rest_framework\.pagination\.(PageNumber|LimitOffset|Cursor)Pagination$/;

export const drfPaginationMissing = defineRule({
  id: 'api/drf-pagination-missing',
  title: 'Lists of the API come as a whole',
  sound: 'Lists of the API come in pages',
  category: 'api',
  severity: 'low',
  effort: minutes(45),
  risk: 'As the table grows, one request reads all of it into memory, and each gets slower until it fails.',
  references: [web('Django REST framework: pagination', 'https://www.django-rest-framework.org/api-guide/pagination/')],
  since: '0.1.0',
  needs: { dependencies, project, settings, urls },
  problems: {
    unset: '`REST_FRAMEWORK` names no `DEFAULT_PAGINATION_CLASS`, so all rows at once come from {views}.',
    classless: '`PAGE_SIZE` is set without a `DEFAULT_PAGINATION_CLASS`, so all rows at once come from {views}.',
    sizeless: '`DEFAULT_PAGINATION_CLASS` is set without a `PAGE_SIZE`, so all rows at once come from {views}.',
  },
  // Where lists have their pages view by view, one without may be meant.
  when: ({ dependencies, project, settings, urls }) => {
    const lists = apiViews(project, urls.routes).filter((view) => isList(view));
    return (
      hasFinalValues(settings) &&
      !pagesByDefault(dependencies, settings) &&
      lists.length > 0 &&
      !lists.some(({ text }) => /\bpagination_class\b/.test(text))
    );
  },
  *check({ project, settings, urls }, { problem }) {
    const setting = settings.get('REST_FRAMEWORK');
    const views = apiViews(project, urls.routes).filter((view) => isList(view) && restsOnDefault(view));
    if (views.length === 0) return;
    const name = lookup(setting.value, 'DEFAULT_PAGINATION_CLASS');
    const size = lookup(setting.value, 'PAGE_SIZE');
    const noSize = size === undefined ? lacks(setting.value, 'PAGE_SIZE') : size.kind === 'none';
    const noClass =
      name === undefined
        ? !isAssigned(setting) || lacks(setting.value, 'DEFAULT_PAGINATION_CLASS')
        : name.kind === 'none';
    const data = { views: inWords(views) };
    const found = noClass
      ? noSize
        ? problem('unset', setting, data)
        : problem('classless', setting, data)
      : noSize && sized.test(stringOf(name) ?? '')
        ? problem('sizeless', setting, data)
        : undefined;
    if (!found) return;
    yield {
      ...found,
      // A table may be small for good.
      confidence: confidenceIn(settings, setting) === 'certain' ? 'firm' : 'tentative',
      evidence: views.slice(0, 10).map(({ route }) => ({ at: route.view.at, note: 'It answers with all rows.' })),
      remedy: {
        summary: 'Answer in pages. The answer then is a dict with `results`, which its callers must know.',
        code: "REST_FRAMEWORK = {\n    # … the entries there are now\n    'DEFAULT_PAGINATION_CLASS': 'rest_framework.pagination.PageNumberPagination',\n    'PAGE_SIZE': 50,\n}",
        language: 'python',
        path: setting.at.path,
      },
    };
  },
});

const isList = ({ route }: ApiView): boolean => route.view.bases.some((base) => lists.test(base));

/** Whether a list is the framework's own in every respect: what the project wrote for it may divide it into pages, or keep it short. */
function restsOnDefault({ plain, text }: ApiView): boolean {
  return (
    plain &&
    !/\bpagina|def list\b|\bdef filter_queryset\b|http_method_names|def get_queryset[\s\S]*?(\[\s*:|\.first\(|request\.user)/.test(
      text,
    )
  );
}

/** Up to 3.6 the framework had a class by default, so that a size was enough. */
function pagesByDefault(dependencies: Dependencies, settings: Settings): boolean {
  const version = dependencies.get('djangorestframework')?.version;
  return version === undefined ? !atLeastSeries(settings.django, '2.0') : !atLeastSeries(version, '3.7');
}
