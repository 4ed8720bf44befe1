"""What the figures should reach, and a line for each that says whether they do."""

from benchmarks.targets import (
    EMPTY,
    FILTER,
    HEAVY,
    LIGHT,
    NOT_MODIFIED,
    OTHER,
    SEARCH,
)

# How many empty views a page may cost: (page, how it is asked for, so many).
COSTS = (
    (FILTER, "cold", 10),
    (FILTER, "warm", 2),
    (LIGHT, "cold", 5),
    (LIGHT, "warm", 2),
    (HEAVY, "cold", 5),
    (HEAVY, "warm", 2),
    (SEARCH, "cold", 20),
    (NOT_MODIFIED, "cold", 1.25),  # the empty view asks for the version too
)
TIMES_DATASETTE, TIMES_TENTH, TIMES_BESIDE, GROWN_MB = 10, 1.5, 2, 16
# Below this, a page costs so little that a ratio of two runs says nothing.
LEAST_MS = 0.5


def cost(figure):
    """Return the CPU time of a request, the database's with the worker's."""
    return figure["1"]["cpu_ms"] + figure["1"]["database_cpu_ms"]


def times(figure, other):
    """Return how often one costs what another does."""
    return cost(figure) / max(cost(other), 0.001)


def verdicts(results):
    """Return (goal, whether it is reached or None, the figure in words) of each."""
    found = costs(results["figures"])
    found.append(against_datasette(results["figures"], results["beside"]))
    found.append(growth(results["figures"]))
    found.append(memory(results["memory"]))
    found.append(company(results["downloads"]))
    return found


def costs(figures):
    """Tell of each page how many empty views it costs."""
    unit, found = figures["cold"][EMPTY], []
    for name, temper, most in COSTS:
        goal = f"{name}, {temper}: at most {most:g} × the empty view"
        if figure := figures.get(temper, {}).get(name):
            cpu = times(figure, unit)
            wait = figure["1"]["p50_ms"] / unit["1"]["p50_ms"]
            words = f"{cpu:.1f} × its CPU time, {wait:.1f} × its p50"
            found.append((goal, cpu <= most, words))
        else:
            found.append((goal, None, "not there"))
    return found


def against_datasette(figures, beside):
    """Tell how much less the filter page costs than Datasette's."""
    goal = f"at least {TIMES_DATASETTE} × less CPU time than Datasette"
    if OTHER not in beside:
        return goal, None, "Datasette is not there"
    less = times(beside[OTHER], figures["cold"][FILTER])
    warm = times(beside[OTHER], figures["warm"][FILTER])
    words = f"{less:.1f} × less cold, {warm:.1f} × less warm"
    return goal, less >= TIMES_DATASETTE, words


def growth(figures):
    """Tell which page ten times the rows cost most more."""
    goal = f"ten times the rows cost at most {TIMES_TENTH:g} ×"
    grown = {
        name: times(figure, figures["tenth"][name])
        for name, figure in figures["cold"].items()
        if name in figures.get("tenth", {}) and cost(figure) > LEAST_MS
    }
    if not grown:
        return goal, None, "not measured"
    over = [name for name in grown if grown[name] > TIMES_TENTH]
    worst = sorted(grown, key=grown.get, reverse=True)[: max(len(over), 1)]
    words = ", ".join(f"{name} {grown[name]:.1f} ×" for name in worst)
    return goal, not over, f"most: {words}"


def memory(figure):
    """Tell whether a download of every place is held in memory."""
    goal = f"a CSV of every place: at most {GROWN_MB} MB more memory"
    if not figure:
        return goal, None, "not there"
    grown = figure["peak_mb"] - figure["before_mb"]
    told = f"{figure['bytes'] / 1_000_000:.1f} MB in {figure['seconds']} s"
    return goal, grown <= GROWN_MB, f"{grown} MB more, for {told}"


def company(figure):
    """Tell how much longer a page takes while downloads run."""
    goal = f"beside downloads of every place a page takes at most {TIMES_BESIDE} ×"
    if not figure:
        return goal, None, "not there"
    longer = figure["beside_p50_ms"] / figure["alone_p50_ms"]
    words = (
        f"{longer:.1f} ×: {figure['beside_p50_ms']:.0f} ms beside "
        f"{figure['downloads']}, {figure['alone_p50_ms']:.0f} ms alone"
    )
    return goal, longer <= TIMES_BESIDE, words
