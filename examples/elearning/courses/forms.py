from django import forms

from .models import Enrolment


class ProgressForm(forms.ModelForm):
    class Meta:
        model = Enrolment
        fields = ["progress"]

    def clean_progress(self):
        return min(self.cleaned_data["progress"], 100)
