"""Measure the site: `python -m benchmarks imports|serving|loading|lighthouse`."""

import argparse

from benchmarks import imports, lighthouse, loading, serving


def main():
    """Run one of the measurements."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("what", choices=["imports", "serving", "loading", "lighthouse"])
    parser.add_argument(
        "--share", type=float, default=1.0, help="of the country's size"
    )
    parser.add_argument("--rounds", type=int, default=serving.ROUNDS)
    parser.add_argument(
        "--seconds", type=float, default=serving.SECONDS, help="of each burst"
    )
    parser.add_argument("--sqlite-alone", action="store_true")
    parser.add_argument("--runs", type=int, default=loading.RUNS, help="of each page")
    parser.add_argument("--database", help="of a local site that is prepared")
    asked = parser.parse_args()
    try:
        measure(asked)
    except LookupError as lack:
        raise SystemExit(f"Not measured: {lack}") from lack


def measure(asked):
    """Measure what was asked for.

    :raises LookupError: if a program that it takes cannot be had.
    """
    if asked.what == "imports":
        imports.main()
    elif asked.what == "loading":
        loading.run(asked.runs, asked.database)
    elif asked.what == "lighthouse":
        lighthouse.run(asked.database)
    else:
        serving.run(asked.share, asked.rounds, asked.seconds, asked.sqlite_alone)


if __name__ == "__main__":
    main()
