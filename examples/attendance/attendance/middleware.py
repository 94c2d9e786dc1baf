from django.db import close_old_connections


class CloseConnectionMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        close_old_connections()
        return self.get_response(request)
