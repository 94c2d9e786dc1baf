"""A straight line through the sales of the last weeks."""


def next_value(values):
    import numpy

    if len(values) < 2:
        return float(values[-1]) if values else 0.0
    slope, start = numpy.polyfit(range(len(values)), values, 1)
    return max(0.0, float(start + slope * len(values)))
