# note: Infinity and not-a-number in comparisons and sums.
INF = float("inf")
COMPARED = [INF > 10**400, -INF < 0, INF == INF, float("nan") != float("nan"), INF - INF == 0]
TEXTS = [str(INF), str(-INF), str(INF - INF)]
CACHE_TIMEOUT = INF
