# note: The levels of Django's messages are numbers with names and tags.
from django.contrib.messages import constants as messages

MESSAGE_TAGS = {**messages.DEFAULT_TAGS, messages.ERROR: "danger"}
MESSAGE_LEVEL = messages.DEFAULT_LEVELS["INFO"]
