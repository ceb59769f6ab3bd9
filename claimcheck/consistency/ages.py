"""An age against a birth in the same sentence, on the day of writing or of death.

Only a sentence that tells of one birth and one age is judged. Ages are told in Hijri years too, which are shorter, and
rounded up (in his fiftieth year), so an age may be a little more than the difference of the years.
"""

from datetime import date
from fractions import Fraction

from attrs import frozen

from claimcheck.comparison.intervals import interval_of
from claimcheck.consistency.article import Article, Mention, Placed, internal, vocabulary
from claimcheck.model.mentions import Quantity, TimeExpression
from claimcheck.model.verdicts import Finding

_BEFORE = 6  # tokens from a birth to its date; only names and prepositions fit in
_TO_AGE = 2
_APART = 4  # tokens between the birth and an age in brackets, which says of nobody else that it is his
_HIJRI = Fraction(103, 100)

Age = Placed[Quantity]
Birth = Placed[TimeExpression]


@frozen(eq=False)
class _Life:
    """One birth and one age of a sentence; ``day`` is when the age was told, ``exact`` whether it was of that day."""

    birth: Birth
    age: Age
    day: date
    exact: bool


def age_findings(article: Article) -> list[Finding]:
    """Find ages that do not fit the birth told in the same sentence."""
    found = []
    births = _by_sentence([time for time in article.times if _follows(article, time, "born")])
    if not births:
        return []
    ages = _by_sentence([figure for figure in article.figures if _is_age(figure.mention)])
    deaths = _by_sentence([time for time in article.times if _follows(article, time, "died")])
    for sentence, told in births.items():
        if len(told) == 1 and len(ages.get(sentence, ())) == 1:
            life = _life(article, told[0], ages[sentence][0], deaths.get(sentence, []))
            if life is not None and not _fits(life):
                found.append(_finding(life))
    return found


def _by_sentence(placed: list[Placed[Mention]]) -> dict[int, list[Placed[Mention]]]:
    found: dict[int, list[Placed[Mention]]] = {}
    for item in placed:
        found.setdefault(item.sentence, []).append(item)
    return found


def _is_age(quantity: Quantity) -> bool:
    return quantity.kind == "age" and quantity.unit == "year" and quantity.value is not None and quantity.high is None


def _follows(article: Article, time: Birth, key: str) -> bool:
    """Tell whether a time with a year of its own is the nearest behind a word of birth or death."""
    if time.mention.begin is None or time.mention.relative or not time.mention.value[:4].isdigit():
        return False
    start = max(article.sentences[time.sentence][0], time.first - _BEFORE)
    for index in range(time.first - 1, start - 1, -1):
        norm = article.norms[index]
        if norm in vocabulary(key) or norm.removeprefix("و") in vocabulary(key):
            return True
        if norm in vocabulary("born") or norm in vocabulary("died"):
            return False
        if norm in {"،", ",", "؛", "(", ")"} or any(character.isdigit() for character in norm):
            return False
    return False


def _life(article: Article, birth: Birth, age: Age, deaths: list[Placed[TimeExpression]]) -> _Life | None:
    """Bind an age to its day: that of the death where the sentence has one, else that of publication."""
    words = set(article.between(*article.sentences[birth.sentence]))
    cue = article.between(age.first - _TO_AGE, age.first)
    of_death = "عن" in article.between(age.first - _TO_AGE - 1, age.first) or "عن" in cue
    if not vocabulary("aged") & set(cue) and not _in_brackets(article, age, birth):
        return None
    if deaths and of_death and deaths[0].mention.begin is not None:
        return _Life(birth, age, deaths[0].mention.begin, exact=True)
    published = article.extraction.document.published
    if published is None:
        return None
    past = of_death or bool(words & vocabulary("past_age")) or _dated(article, birth, published)
    return _Life(birth, age, published, exact=not past)


def _dated(article: Article, birth: Birth, published: date) -> bool:
    """Tell whether the sentence tells of another year than that of publication (وفي عام 2010 فاز)."""
    others = [t.mention for t in article.times_of(birth.sentence) if t is not birth]
    return any(time.begin is not None and abs(time.begin.year - published.year) > 1 for time in others)


def _in_brackets(article: Article, age: Age, birth: Birth) -> bool:
    """Tell whether an age stands in brackets just before the birth: محمد علي (25 عاماً) المولود عام 1990."""
    return article.norms[age.first - 1 : age.first] == ["("] and 0 <= birth.first - age.stop <= _APART


def _fits(life: _Life) -> bool:
    """Tell whether a person of that birth can have that age; the young may be told of a day long past."""
    begin = life.birth.mention.begin
    assert begin is not None
    years = life.day.year - begin.year
    age = interval_of(life.age.mention)
    if age.low is not None and age.low > years * _HIJRI + 1:
        return False
    return not (life.exact and age.high is not None and age.high < years - 2)


def _finding(life: _Life) -> Finding:
    birth, age = life.birth.mention, life.age.mention
    assert birth.span is not None
    assert age.span is not None
    places = sorted([(birth.span, birth.text), (age.span, age.text)])
    (earlier, expected), (later, found) = places
    return internal("value", later, earlier, found, expected, "the age does not follow from the birth", "age")
