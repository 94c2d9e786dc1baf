# note: Infinity is greater than every number, and not-a-number is equal to nothing, not even itself.
INF = float("inf")
COMPARED = [INF > 10**400, -INF < 0, INF == INF, float("nan") != float("nan"), INF - INF == 0]
TEXTS = [str(INF), str(-INF), str(INF - INF)]
CACHE_TIMEOUT = INF
