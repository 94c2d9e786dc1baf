from django.core.cache import cache
from django.http import HttpResponse

from .models import AuditLog

ATTEMPTS = 5
LOCKED_FOR = 300


class RateLimitMiddleware:
    """Five attempts to sign in, then five minutes of rest."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.path != "/login/" or request.method != "POST":
            return self.get_response(request)
        key = f"login:{request.META['REMOTE_ADDR']}"
        if cache.get(key, 0) >= ATTEMPTS:
            return HttpResponse("Too many attempts.", status=429)
        response = self.get_response(request)
        if response.status_code == 200:
            cache.add(key, 0, LOCKED_FOR)
            cache.incr(key)
        return response


class AuditLogMiddleware:
    """Notes who signs in and out."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if request.method == "POST" and request.path in ("/login/", "/logout/") and response.status_code == 302:
            user = request.user if request.user.is_authenticated else None
            AuditLog.objects.create(user=user, action=request.path.strip("/"))
        return response
