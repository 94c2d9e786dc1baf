# note: A search URL's scheme decides the engine, and which parts of the path name an index.
# version: django-environ==0.12.0
# declared: django_redis
import environ


def read(url):
    try:
        return environ.Env.search_url_config(url)
    except Exception as error:
        return type(error).__name__, str(error)


URLS = [
    'elasticsearch://h:9200/index',
    'elasticsearch2s://h:9200/a/index',
    'elasticsearch7://h/index?TIMEOUT=360&KWARGS=x',
    'solr://h:8983/solr?TIMEOUT=10',
    'whoosh:///home/x/i?STORAGE=file&POST_LIMIT=5',
    'xapian:///p?FLAGS=1',
    'simple:///',
    'simple://?EXCLUDED_INDEXES=a,b&INCLUDE_SPELLING=1&BATCH_SIZE=5',
    'foo://',
    'elasticsearch5://u:p@h:1/i/',
]
READ = [read(url) for url in URLS]
