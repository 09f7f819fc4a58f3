"""Make the questionnaire data in `extractor/instruments/data` from the reference material.

    python .ci/instruments/build_instruments.py [--reference PATH] [--check]

Facts are kept as they are: question ids, official titles, which field a question feeds. Of the
forms' own instructions only hashes are kept, so that they can be recognised between answers.
"""  # noqa: INP001 - a script, not a package

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
sys.path[:0] = [str(ROOT), str(HERE)]

from forms import make_instruments  # noqa: E402 - the path is set above
from instructions import make_openings, make_template  # noqa: E402 - the path is set above

DATA = ROOT / "extractor" / "instruments" / "data"


def make_files(reference: Path) -> dict[str, str]:
    """Return the text of every data file by name, made from the reference material."""
    instruments = make_instruments(reference / "reference", HERE)
    return {
        "instruments.json": _write_instruments(instruments),
        "template.json": _write_lines(make_template(reference, HERE, instruments)),
        "openings.json": _write_lines(make_openings(reference, HERE, instruments)),
    }


def list_differences(reference: Path) -> list[str]:
    """Return the names of the committed files that differ from what the script makes."""
    return [
        name
        for name, text in make_files(reference).items()
        if not (DATA / name).is_file() or (DATA / name).read_text("utf-8") != text
    ]


def _write_instruments(instruments: list[dict[str, object]]) -> str:
    """Return JSON with one question a line, so that a change shows as one line."""
    parts = []
    for instrument in instruments:
        head = {key: value for key, value in instrument.items() if key != "questions"}
        questions = _write_lines(instrument["questions"]).strip()
        parts.append(f'{json.dumps(head, ensure_ascii=False)[:-1]}, "questions": {questions}}}')
    return "[\n" + ",\n".join(parts) + "\n]\n"


def _write_lines(rows: object) -> str:
    """Return a JSON list with one row a line."""
    if not isinstance(rows, list):
        message = "only a list can be written a row a line"
        raise TypeError(message)
    return "[\n" + ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n]\n"


def main() -> int:
    """Write the data files, or with --check say which differ; 1 when some do."""
    parser = argparse.ArgumentParser(description="Make the questionnaire data.")
    parser.add_argument("--reference", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    if options.check:
        differences = list_differences(options.reference)
        sys.stdout.write("".join(f"{name} differs\n" for name in differences))
        return 1 if differences else 0
    for name, text in make_files(options.reference).items():
        (DATA / name).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
