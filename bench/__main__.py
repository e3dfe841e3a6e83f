"""Every benchmark, one after the other, each in a process of its own: `python -m bench [NAME…]`.

Each prints its figures beside their bars when it is run as a module.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).parent
BENCHMARKS = ("startup", "keys", "panels", "annotate", "quotations", "growth", "library", "quick_search")
"""Quick ones first; one that is not there is left out."""


def main() -> int:
    """Run those that are named, else all; the worst exit code is ours."""
    worst = 0
    for name in sys.argv[1:] or [name for name in BENCHMARKS if (FOLDER / f"{name}.py").exists()]:
        print(f"\n{name}", flush=True)
        worst = max(worst, subprocess.run([sys.executable, "-m", f"bench.{name}"], check=False).returncode)
    return worst


if __name__ == "__main__":
    raise SystemExit(main())
