"""bench/figures/solve.svg: seconds to the proved optimum against staff, both in powers; one line for each solver. The same figures make
the same bytes."""
import math

WIDTH, HEIGHT = 760, 500
LEFT, RIGHT, TOP, BOTTOM = 76, 30, 96, 74
INK, FAINT, PAPER = "#222222", "#dddddd", "#ffffff"
LOOK = {"cadre": ("Cadre, whole process", "#0b5fa5", 3.2), "highs": ("HiGHS", "#c2410c", 1.8), "cbc": ("cbc", "#15803d", 1.8),
        "glpsol": ("glpsol", "#7e22ce", 1.8)}
SHIFT = {"cadre": -4.5, "highs": -1.5, "cbc": 1.5, "glpsol": 4.5}  # so that dots of one size lie beside each other


def geometric_mean(values):
    return math.exp(sum(math.log(value) for value in values) / len(values))


class Axes:
    def __init__(self, staff, seconds):
        self.x_low, self.x_high = math.log(min(staff) * 0.88), math.log(max(staff) * 1.12)
        self.y_low = math.floor(math.log10(min(seconds)))
        self.y_high = math.log10(max(seconds)) + 0.12

    def x(self, staff):
        return LEFT + (math.log(staff) - self.x_low) / (self.x_high - self.x_low) * (WIDTH - LEFT - RIGHT)

    def y(self, seconds):
        return HEIGHT - BOTTOM - (math.log10(seconds) - self.y_low) / (self.y_high - self.y_low) * (HEIGHT - TOP - BOTTOM)


def text(x, y, words, size=13, anchor="start", colour=INK, more=""):
    words = words.replace("&", "&amp;").replace("<", "&lt;")
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" text-anchor="{anchor}" fill="{colour}"{more}>{words}</text>'


def line(x1, y1, x2, y2, colour, width=1.0, more=""):
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{colour}" stroke-width="{width}"{more}/>'


def draw_axes(axes, sizes):
    parts, floor = [], HEIGHT - BOTTOM
    for power in range(axes.y_low, math.floor(axes.y_high) + 1):
        y = axes.y(10.0 ** power)
        parts += [line(LEFT, y, WIDTH - RIGHT, y, FAINT), text(LEFT - 9, y + 4, f"{10.0 ** power:g} s", anchor="end")]
    for staff in sizes:
        x = axes.x(staff)
        parts += [line(x, TOP, x, floor, FAINT), text(x, floor + 20, str(staff), anchor="middle")]
    middle = (TOP + floor) / 2
    parts += [line(LEFT, floor, WIDTH - RIGHT, floor, INK), line(LEFT, TOP, LEFT, floor, INK),
              text((LEFT + WIDTH - RIGHT) / 2, floor + 41, "staff of the school", anchor="middle"),
              text(20, middle, "time to the proved optimum", anchor="middle", more=f' transform="rotate(-90 20 {middle:.1f})"')]
    return parts


def draw_solver(axes, solver, runs):
    """runs: (staff, seconds, proved). A dot for each, hollow where the limit came first; a line through the means."""
    colour, width, parts = LOOK[solver][1], LOOK[solver][2], []
    for staff, seconds, proved in runs:
        parts.append(f'<circle cx="{axes.x(staff) + SHIFT[solver]:.1f}" cy="{axes.y(seconds):.1f}" r="2.6" '
                     f'fill="{colour if proved else PAPER}" fill-opacity="{0.45 if proved else 1}" stroke="{colour}" stroke-width="0.8"/>')
    points = [(axes.x(size), axes.y(geometric_mean([run[1] for run in runs if run[0] == size])))
              for size in sorted({run[0] for run in runs})]
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    return parts + [f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="{width}" stroke-linejoin="round"/>']


def draw_legend(solvers, versions):
    parts, x = [], LEFT
    for solver in solvers:
        label, colour, width = LOOK[solver]
        label = " ".join([label, *([versions[solver]] if versions.get(solver) else [])]) if solver != "cadre" else label
        parts += [line(x, 70, x + 24, 70, colour, width), text(x + 30, 74.5, label)]
        x += 30 + 7.2 * len(label) + 26
    return parts


def draw(path, runs, cap, threads, versions):
    """runs: {solver: [(staff, seconds, proved)]}, seconds at most `cap`; versions: {solver: words for the legend}."""
    solvers = [solver for solver in LOOK if runs.get(solver)]
    every = [run for solver in solvers for run in runs[solver]]
    axes = Axes([run[0] for run in every], [run[1] for run in every] + [cap])
    schools = len(runs["cadre"])
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" '
             'font-family="Helvetica, Arial, sans-serif" role="img">',
             f"<title>Time to the proved optimum of {schools} made-up schools, by staff and solver</title>",
             f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{PAPER}"/>',
             text(LEFT, 30, "Time to the proved optimum", 19, more=' font-weight="bold"'),
             text(LEFT, 50, f"{schools} made-up schools, gap 0, {threads} threads where the solver has them; "
                  "lines are geometric means, dots are schools", 12)]
    parts += draw_legend(solvers, versions) + draw_axes(axes, sorted({run[0] for run in every}))
    limit = axes.y(cap)
    parts += [line(LEFT, limit, WIDTH - RIGHT, limit, INK, 1.0, ' stroke-dasharray="5 4"')]
    for solver in reversed(solvers):
        parts += draw_solver(axes, solver, runs[solver])
    parts += [text(LEFT, HEIGHT - 10, f"Hollow dots on the dashed line: no proof within {cap:g} s, counted as {cap:g} s.", 12),
              "</svg>"]
    path.write_text("\n".join(parts) + "\n", encoding="utf-8")
