#!/usr/bin/env python3
"""The text-book relaxation of a model that `cadre solve --write-model` wrote: relaxation.py MODEL.lp [--time-limit S]

Prints one JSON object: `bound`, the optimum without integrality (HiGHS through scipy's linprog; null where it reached the limit);
`binding_rows`, group rules whose dual is not 0 there; `group_rows`, `person_rows` and `variables`, the model's size; `open_roles`, its
0/1 choices of a person and a role."""
import argparse
import json
import re

import numpy
from scipy.optimize import linprog
from scipy.sparse import vstack

import peers

GROUP_ROW = re.compile(r"^\s*(role_filled|size|coverage|mix|pairs|changes)_\d+:")
ROW = re.compile(r"^\s*[a-z_]+_\d+:")
PRICE_OF_NOTHING = 1e-6


def row_is_group_rule(path):
    """One flag for each row, in the file's order, which is also that of peers.Model."""
    return numpy.array([bool(GROUP_ROW.match(line)) for line in open(path, encoding="utf-8") if ROW.match(line)])


def relax(model, limit):
    """The bound, and each row's dual."""
    n = len(model.names)
    cost = numpy.zeros(n)
    for column, value in model.cost.items():
        cost[column] = -value
    bounds = [(model.lower.get(i, 0), model.upper.get(i, None)) for i in range(n)]
    low, high, matrix = numpy.array(model.low), numpy.array(model.high), model.matrix()
    same = low == high
    above, below = numpy.isfinite(low) & ~same, numpy.isfinite(high) & ~same
    found = linprog(cost, A_ub=vstack([matrix[below], -matrix[above]]), b_ub=numpy.concatenate([high[below], -low[above]]),
                    A_eq=matrix[same] if same.any() else None, b_eq=high[same] if same.any() else None, bounds=bounds,
                    method="highs", options={"time_limit": limit})
    if found.status != 0:
        return None, None
    dual = numpy.zeros(len(low))
    dual[same] = found.eqlin.marginals if same.any() else 0
    dual[below] += found.ineqlin.marginals[:below.sum()]
    dual[above] -= found.ineqlin.marginals[below.sum():]
    return -found.fun, dual


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("model")
    parser.add_argument("--time-limit", type=float, default=100)
    options = parser.parse_args()
    model, is_group = peers.Model(options.model), row_is_group_rule(options.model)
    if len(is_group) != len(model.rows):
        raise SystemExit(f"{options.model}: {len(is_group)} rows by name, {len(model.rows)} as read")
    bound, dual = relax(model, options.time_limit)
    print(json.dumps({
        "bound": bound,
        "binding_rows": None if dual is None else int((is_group & (abs(dual) > PRICE_OF_NOTHING)).sum()),
        "group_rows": int(is_group.sum()),
        "person_rows": int((~is_group).sum()),
        "variables": len(model.names),
        "open_roles": sum(name.startswith("x_") for name in model.names)}))


if __name__ == "__main__":
    main()
