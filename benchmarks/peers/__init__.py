"""Other packages on the same inputs in the same run. They live in environments of their own and are not imported here.

Each ``*_worker.py`` runs under the peer's interpreter, reads JSON on standard input and writes JSON on standard output.
"""
