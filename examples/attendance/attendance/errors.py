from rest_framework.views import exception_handler


def answer(exception, context):
    """The same shape for every error of the API."""
    response = exception_handler(exception, context)
    if response is not None:
        response.data = {"ok": False, "errors": response.data}
    return response
