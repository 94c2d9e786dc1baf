# note: Brackets without a target take nothing, and are told at their own line.
(
    ()
) = [
    1,
    2,
]
