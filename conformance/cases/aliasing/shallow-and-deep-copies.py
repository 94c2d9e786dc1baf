# note: A copy shares what it holds; a deep copy shares nothing.
import copy
BASE = {"handlers": {"console": []}, "version": 1}
ALIAS = BASE
SHALLOW = copy.copy(BASE)
BY_METHOD = BASE.copy()
BY_CALL = dict(BASE)
DEEP = copy.deepcopy(BASE)
BASE["handlers"]["console"].append("late")
BASE["version"] = 2
SLICED = [[1], 2]
SLICE_COPY = SLICED[:]
SLICED[0].append("seen in both")
