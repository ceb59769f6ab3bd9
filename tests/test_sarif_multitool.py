"""SARIF logs against the official schema and rules, by the validator of the format's makers (an npm package)."""

import os
import re
import shutil
import subprocess
import sys

import pytest
from report_samples import CONSISTENT, REPORT

from claimcheck.reports.formats import Checked, render

PACKAGE = "@microsoft/sarif-multitool-linux"


@pytest.fixture(scope="module")
def multitool(tmp_path_factory):
    """Install the validator into a scratch folder."""
    if not sys.platform.startswith("linux"):
        pytest.skip("the validator is installed on Linux only")
    if shutil.which("npm") is None:
        pytest.skip("npm is not installed")
    folder = tmp_path_factory.mktemp("multitool")
    command = ["npm", "install", "--no-audit", "--no-fund", "--silent", f"{PACKAGE}@5"]
    done = subprocess.run(command, cwd=folder, capture_output=True, timeout=180, check=False)
    program = folder / "node_modules" / PACKAGE / "Sarif.Multitool"
    if done.returncode or not program.exists():
        pytest.skip("the npm registry cannot be reached")
    program.chmod(0o755)
    return program


@pytest.mark.parametrize("language", ["en", "ar"])
def test_logs_are_valid(multitool, tmp_path, language):
    """No error and no warning, with findings of both scopes and with none."""
    path = tmp_path / "log.sarif"
    path.write_text(render([Checked("a.txt", REPORT), Checked("-", CONSISTENT)], "sarif", language), encoding="utf-8")
    environment = {**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}
    command = [multitool, "validate", path, "--level", "Error;Warning"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)
    if "Analysis completed" not in done.stdout:
        pytest.skip(f"the validator does not run here: {done.stdout[-200:]}{done.stderr[-200:]}")
    # SARIF2005 asks for the address of a home page.
    assert not re.findall(r".*: (?:error|warning) (?!SARIF2005).*", done.stdout)
