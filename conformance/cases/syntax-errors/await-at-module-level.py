# note: `await` has no place in a settings module.
async def load():
    return {}


CACHES = await load()
