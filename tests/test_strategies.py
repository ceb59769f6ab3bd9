"""The public strategies draw what they promise; nothing is hidden from users."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import claimcheck
from claimcheck import strategies
from claimcheck.strategies import articles, claims, mutations, names, quantities, respellings, spelled_numbers, times


def test_the_interface_names_are_all_there():
    """Everything that the documentation of the interface lists can be imported."""
    promised = "numbers spelled_numbers quantities durations times names claims articles respellings mutations".split()
    assert set(promised) <= set(strategies.__all__)


@given(articles())
def test_what_an_article_states_is_found_in_it(drawn):
    """Every fact that was put in is extracted, with its value."""
    text, facts = drawn
    extraction = claimcheck.extract(text)
    for fact in facts:
        if fact.kind == "quantity":
            found = {(q.text, str(q.value), q.unit) for q in extraction.quantities}
            assert (fact.text, fact.value, fact.detail) in found
        elif fact.kind == "time":
            assert (fact.text, fact.value) in {(t.text, t.value) for t in extraction.times}
        else:
            said = {(name, a.content.text) for a in extraction.attributions for name in a.source.names}
            assert (fact.value, fact.text) in said


@given(spelled_numbers())
def test_spelled_numbers_mean_their_value(drawn):
    """The words are read as the value that they were spelled from."""
    words, value = drawn
    assert claimcheck.parse_number(words) == value


@given(quantities())
def test_quantities_mean_their_value(drawn):
    """The words are read as the quantity that they state."""
    words, quantity = drawn
    found = claimcheck.parse_quantity(words)
    assert (found.value, found.unit, found.modifier) == (quantity.value, quantity.unit, quantity.modifier)


@given(names())
def test_a_drawn_name_is_itself(name):
    """A name compares as the same with itself."""
    assert claimcheck.compare_names(name, name).score == 1


@given(st.data())
def test_a_mutation_differs_and_a_respelling_keeps_the_claim(data):
    """Mutations change the claim and name a code; respellings keep the figures."""
    claim = data.draw(claims())
    changed, code = data.draw(mutations(claim))
    assert changed != claim
    assert code in {"value", "date", "speaker", "quote"}
    kept = claimcheck.extract(data.draw(respellings(claim)))
    assert [q.value for q in kept.quantities] == [q.value for q in claimcheck.extract(claim).quantities]


@given(times())
def test_times_mean_their_value(drawn):
    """The words are read as the value that they stand for on the day of reference."""
    from datetime import date

    words, value = drawn
    assert claimcheck.parse_time(words, reference=date(2022, 11, 1)).value == value


def test_a_strategy_without_hypothesis_says_what_to_install(monkeypatch):
    """Without hypothesis the import fails with one clear error."""
    import builtins
    import importlib
    import sys

    real = builtins.__import__

    def missing(name, *args, **kwargs):
        if name.split(".")[0] == "hypothesis":
            raise ImportError(name)
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", missing)
    monkeypatch.delitem(sys.modules, "claimcheck.strategies")
    with pytest.raises(claimcheck.ClaimcheckError, match="testing"):
        importlib.import_module("claimcheck.strategies")
