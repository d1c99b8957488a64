"""The tables of bench_solve. A row is what it writes into solve.csv for one school."""
import math

from solve_figure import geometric_mean

OTHERS = ["glpsol", "cbc", "highs"]
WEAK_PERCENT = 2.0
HEAD_ALONE = f"{'':12} {'schools':>7} {'mean s':>9} {'most s':>9} {'unproved':>8}"


def print_start(machine, options, schools):
    print(f"{machine}; {options.threads} threads, cap {options.cap:g} s; "
          + ", ".join(f"{one} {version}" for one, version in sorted(options.versions.items())))
    print("Cadre: its whole process, surveys to verified result. glpsol, cbc, HiGHS: solving alone, on the model that Cadre writes; "
          "glpsol\nhas one thread, HiGHS takes what it likes. No previous.csv, so no second step, but in the column +previous.\n"
          f"{schools} schools: seats and open roles a person, binding group rows a group, per cent that the text-book relaxation is "
          "off, seconds\n")
    print(f"{'school':22} {'groups':>6} {'seats':>6} {'open':>6} {'binding':>8} {'off %':>8} "
          + " ".join(f"{one:>12}" for one in ["Cadre", *OTHERS, "+previous"]) + f" {'peak MB':>8}", flush=True)


def counted(row, solver):
    """Seconds as they count, and whether that is a proof."""
    proved = row[f"{solver}_status"] == "optimal"
    return (max(row[f"{solver}_seconds"], 0.001) if proved else row["cap"]), proved


def cell(row, solver):
    if row.get(f"{solver}_status") is None:
        return "-"
    seconds, proved = counted(row, solver)
    return f"{seconds:.3f}" if proved else f"{row[f'{solver}_status']} >{seconds:g}"


def print_school(row):
    off = row.get("relaxation_off_percent")
    off = "-" if off is None else f"{'' if row['optimum'] is not None else '>='}{off:.2f}"
    print(f"{row['school']:22} {row['groups']:6} {row['seats_per_person']:6.2f} {row.get('open_roles_per_person') or 0:6.1f} "
          f"{row.get('binding_rows_per_group') or 0:8.1f} {off:>8} "
          + " ".join(f"{cell(row, solver):>12}" for solver in ["cadre", *OTHERS, "previous"]) + f" {row['cadre_peak_mb']:8.1f}", flush=True)


def ratios(rows, solver):
    return [counted(row, solver)[0] / counted(row, "cadre")[0] for row in rows if row.get(f"{solver}_status")]


def print_group(label, rows, solvers):
    seconds = [counted(row, "cadre") for row in rows]
    text = f"{label:22} {len(rows):7} {geometric_mean([one[0] for one in seconds]):9.3f} {max(one[0] for one in seconds):9.3f} "
    text += f"{sum(not one[1] for one in seconds):8}"
    for solver in solvers:
        all_ratios, capped = ratios(rows, solver), sum(not counted(row, solver)[1] for row in rows)
        text += f" | {geometric_mean(all_ratios):8.2f} {min(all_ratios):8.2f} {max(all_ratios):9.2f} {capped:6}"
    print(text)


def spread(rows, field):
    values = sorted(row[field] for row in rows if row[field] is not None)
    return f"{values[0]:g} to {values[-1]:g}, half at least {values[len(values) // 2]:g}" if values else "unknown"


def print_kinds_of_school(rows):
    """What the schools are like, and how far off the text-book relaxation is."""
    print("\nSeats a person " + spread(rows, "seats_per_person") + "; open roles a person " + spread(rows, "open_roles_per_person")
          + ";\nbinding group rows a group " + spread(rows, "binding_rows_per_group"))
    known = [row["relaxation_off_percent"] for row in rows if row["relaxation_off_percent"] is not None]
    weak = sum(off > WEAK_PERCENT for off in known)
    print(f"Text-book relaxation over {WEAK_PERCENT:g} % off the optimum: {weak} of {len(known)} schools"
          f" ({100 * weak / max(len(known), 1):.0f} %; at least a third is wanted)"
          + (f"; of {len(rows) - len(known)} the relaxation is unknown" if len(known) < len(rows) else ""))


def print_summary(rows, cap):
    solvers = [solver for solver in OTHERS if rows[0].get(f"{solver}_status")]
    print(f"\nOther / Cadre: geometric mean, least, greatest, how many of the other's runs were capped (at {cap:g} s, counted so)")
    print(f"{'':22} {'schools':>7} {'Cadre s':>9} {'most s':>9} {'unproved':>8}"
          + "".join(f" | {solver:>8} {'least':>8} {'most':>9} {'capped':>6}" for solver in solvers))
    for size in sorted({row["staff"] for row in rows}):
        print_group(f"{size} staff", [row for row in rows if row["staff"] == size], solvers)
    for kind in dict.fromkeys(row["kind"] for row in rows):
        print_group(kind, [row for row in rows if row["kind"] == kind], solvers)
    large = [row for row in rows if row["staff"] >= 100]
    if large and len(large) < len(rows):
        print_group("100 staff and more", large, solvers)
    print_group("all", rows, solvers)
    print_kinds_of_school(rows)
    print_growth("In ordinary schools, where a person's open roles grow too,",
                 [row for row in rows if row["kind"] == "ordinary" and row["staff"] >= 60])
    print(f"Cadre's peak memory: at most {max(row['cadre_peak_mb'] for row in rows):.1f} MB")
    previous = [row for row in rows if row["previous_status"]]
    print("\nCadre with previous.csv, two exact steps (value, then fewest changes)\n" + HEAD_ALONE)
    for size in sorted({row["staff"] for row in previous}):
        print_alone(f"{size} staff", [counted(row, "previous") for row in previous if row["staff"] == size])


def print_alone(label, seconds):
    print(f"{label:12} {len(seconds):7} {geometric_mean([one[0] for one in seconds]):9.3f} {max(one[0] for one in seconds):9.3f} "
          f"{sum(not one[1] for one in seconds):8}")


def print_own(kind, rows):
    """Schools that only Cadre solves."""
    if not rows:
        return
    print(f"\nCadre alone, {kind} schools\n{HEAD_ALONE}")
    for size in sorted({row["staff"] for row in rows}):
        print_alone(f"{size} staff", [counted(row, "cadre") for row in rows if row["staff"] == size])
    if kind == "growth":
        print_growth("With as many groups at every size", rows)


def print_growth(what, rows):
    """The power of staff with which time grows: the slope of the least-squares line through the logarithms."""
    sizes = sorted({row["staff"] for row in rows})
    points = [(math.log(row["staff"]), math.log(counted(row, "cadre")[0])) for row in rows]
    if len(sizes) > 1:
        x_mean, y_mean = (sum(point[i] for point in points) / len(points) for i in (0, 1))
        slope = sum((x - x_mean) * (y - y_mean) for x, y in points) / sum((x - x_mean) ** 2 for x, _ in points)
        print(f"{what} Cadre's time grows as staff to the power {slope:.2f} from {sizes[0]} to {sizes[-1]} staff")


def disagreements(rows):
    found = []
    for row in rows:
        proved = {one: row[f"{one}_objective"] for one in ["cadre", *OTHERS] if row.get(f"{one}_status") == "optimal"}
        best = max(proved.values(), default=None)
        for one, value in proved.items():
            if value != best:
                found.append(f"{row['school']}: {one} proved {value}, {' and '.join(o for o in proved if proved[o] == best)} {best}")
        if row["cadre_status"] != "optimal" and proved and row["cadre_bound"] is not None:
            if not row["cadre_objective"] <= best <= row["cadre_bound"]:
                found.append(f"{row['school']}: {best} was proved, Cadre says {row['cadre_objective']} to {row['cadre_bound']}")
    return found
