from django.contrib.auth.mixins import LoginRequiredMixin
from django.views.generic import CreateView, ListView

from .models import Lead
from .tasks import announce


class LeadList(LoginRequiredMixin, ListView):
    template_name = "leads/list.html"
    paginate_by = 50

    def get_queryset(self):
        return Lead.objects.filter(owner=self.request.user).select_related("company")


class LeadCreate(LoginRequiredMixin, CreateView):
    model = Lead
    fields = ["company", "contact", "email"]
    template_name = "leads/form.html"
    success_url = "/"

    def form_valid(self, form):
        form.instance.owner = self.request.user
        answer = super().form_valid(form)
        announce.delay(self.object.pk)
        return answer
