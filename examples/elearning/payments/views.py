import json

from courses.models import Enrolment
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from .models import Payment


@csrf_exempt
@require_POST
@transaction.atomic
def paystack_webhook(request):
    event = json.loads(request.body)
    if event["event"] == "charge.success":
        payment = get_object_or_404(Payment, reference=event["data"]["reference"])
        payment.paid = True
        payment.save(update_fields=["paid"])
        Enrolment.objects.get_or_create(student=payment.student, course=payment.course)
    return HttpResponse()
