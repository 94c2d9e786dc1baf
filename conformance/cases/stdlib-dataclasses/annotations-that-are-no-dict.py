# note: A data class is made of a dict of annotations.
from dataclasses import dataclass

WORDS = []
for annotations in (False, [], "port"):
    try:
        dataclass(type("Made", (), {"__annotations__": annotations, "__module__": "config"}))
    except ValueError as error:
        WORDS.append(str(error))
NOTHING = dataclass(type("Made", (), {"__annotations__": None}))() is not None
