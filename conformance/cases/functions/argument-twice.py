# note: An argument that is given by place and by name is refused.
def cache(backend, timeout=300):
    return {"BACKEND": backend}


CACHES = {"default": cache("locmem", backend="redis")}
