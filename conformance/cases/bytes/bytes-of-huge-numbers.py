# note: Bytes are made of numbers below 256, however large others are.
PROBLEMS = []
for values in [[256], [2**63], (-2**70,), {2**70}, iter([2**64]), [-1]]:
    try:
        bytes(values)
    except (ValueError, OverflowError) as error:
        PROBLEMS.append([type(error).__name__, str(error)])
