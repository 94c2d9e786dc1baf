# note: A function carries attributes.
def task(name):
    return name


task.queue = "mail"
QUEUE = task.queue
HAS_RETRY = hasattr(task, "retry")
