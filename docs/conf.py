"""How the documentation is built: ``make docs``. Warnings are errors."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

from claimcheck import __version__

project = "claimcheck"
author = "The claimcheck authors"
copyright = "The claimcheck authors"
version = release = __version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "sphinx.ext.viewcode", "run"]
exclude_patterns = ["_build", "_ext"]
html_theme = "furo"
html_title = f"claimcheck {__version__}"
html_static_path = ["_static"]
html_css_files = ["direction.css"]

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_typehints_format = "short"
autodoc_default_options = {"members": True, "show-inheritance": True}
napoleon_google_docstring = True
pygments_style = "default"
