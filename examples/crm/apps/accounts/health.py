from django.db import connection
from django.http import JsonResponse


def health(request):
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except Exception as error:
        return JsonResponse({"status": "unhealthy", "error": str(error)}, status=503)
    return JsonResponse({"status": "healthy"})
