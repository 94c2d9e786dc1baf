from celery import shared_task
from django.core.mail import send_mail

from .models import Lead


@shared_task
def announce(lead_id):
    lead = Lead.objects.select_related("company", "owner").get(pk=lead_id)
    send_mail(f"New lead: {lead.company}", lead.contact, None, [lead.owner.email])
