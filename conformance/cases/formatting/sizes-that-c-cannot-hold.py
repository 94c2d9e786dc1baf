# note: A width and a precision that are given fit into numbers of C, each of its own size.
SAID = []
for call in (
    lambda: "%.*f" % (-(2**63), 1),
    lambda: "%.*f" % (-(2**31) - 1, 1),
    lambda: "%.*f" % (-(2**31), 1),
    lambda: "%.*s" % (2**31, "shop"),
    lambda: "%*d" % (2**63, 1),
    lambda: b"%*d" % (2**63, 1),
    lambda: b"%.*d" % (2**31, 1),
):
    try:
        SAID.append(call())
    except OverflowError as error:
        SAID.append(str(error))
