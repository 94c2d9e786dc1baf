# note: The functions of math that give exact results are worked out, and rounding gives whole numbers.
import math
WHOLE = [math.floor(-1.5), math.ceil(1.2), math.trunc(-1.9), math.factorial(5), math.gcd(12, 18), math.lcm(4, 6), math.isqrt(10), math.comb(5, 2)]
FLOATS = [math.sqrt(2), math.fabs(-1), math.copysign(1, -0.0), math.fmod(-7, 3), math.pi, math.modf(1.5)]
ASKED = [math.isnan(math.nan), math.isinf(-math.inf), math.isclose(0.1 + 0.2, 0.3), math.prod([2, 3, 4])]
WORKERS = math.ceil(5 / 2)
