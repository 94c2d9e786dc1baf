# note: django-csp's words are constants with their quotes.
from csp.constants import NONE, SELF, UNSAFE_INLINE

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {"default-src": [SELF, "cdn.example"], "object-src": [NONE], "style-src": [SELF, UNSAFE_INLINE]},
}
