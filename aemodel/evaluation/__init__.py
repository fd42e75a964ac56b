"""How good a model is, in numbers: metrics in plain NumPy and the suite that gathers them.

Nothing here trains or opens a model; every function takes arrays or an object with
`encode`, `decode` and `sample` (`aemodel.evaluation.interface`).
"""
