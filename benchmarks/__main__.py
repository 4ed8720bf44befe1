"""Measure the site at the country's size: `python -m benchmarks imports|serving`."""

import argparse

from benchmarks import imports, serving


def main():
    """Run one of the measurements."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("what", choices=["imports", "serving"])
    parser.add_argument(
        "--share", type=float, default=1.0, help="of the country's size"
    )
    parser.add_argument("--rounds", type=int, default=serving.ROUNDS)
    parser.add_argument(
        "--seconds", type=float, default=serving.SECONDS, help="of each burst"
    )
    parser.add_argument("--sqlite-alone", action="store_true")
    asked = parser.parse_args()
    if asked.what == "imports":
        imports.main()
    else:
        serving.run(asked.share, asked.rounds, asked.seconds, asked.sqlite_alone)


if __name__ == "__main__":
    main()
