"""The conjugator and the way back: from a form in the text to its dictionary form."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.errors import ClaimcheckError
from claimcheck.lexicon import lines, load
from claimcheck.recognizers.conjugation import conjugate, lemma
from claimcheck.recognizers.hamza import seat
from claimcheck.recognizers.masdars import masdar, read_masdar
from claimcheck.recognizers.paradigms import Verb, matches, verbs
from claimcheck.recognizers.predicates import read_verb
from claimcheck.text.orthography import fold

VERBS = list(verbs())
IRREGULAR = {fold(word) for line in lines(load("verbs")["irregular"]["forms"]) for word in line.split()[1:]}
STRONG = "بتثجحخدذرزسشصضطظعغفقكلمنه"

# root, form, vowels, then the forms in the order: perfect 3ms 3fs 3mp 1p, imperfect 3ms 3fs 3mp, passive perfect 3ms,
# passive imperfect 3ms.
PARADIGMS = [
    ("كتب", 1, "au", "كتب كتبت كتبوا كتبنا يكتب تكتب يكتبون كتب يكتب"),
    ("قول", 1, "au", "قال قالت قالوا قلنا يقول تقول يقولون قيل يقال"),
    ("بيع", 1, "ai", "باع باعت باعوا بعنا يبيع تبيع يبيعون بيع يباع"),
    ("خوف", 1, "ia", "خاف خافت خافوا خفنا يخاف تخاف يخافون خيف يخاف"),
    ("دعو", 1, "au", "دعا دعت دعوا دعونا يدعو تدعو يدعون دعي يدعى"),
    ("رمي", 1, "ai", "رمى رمت رموا رمينا يرمي ترمي يرمون رمي يرمى"),
    ("لقي", 1, "ia", "لقي لقيت لقوا لقينا يلقى تلقى يلقون لقي يلقى"),
    ("مدد", 1, "au", "مد مدت مدوا مددنا يمد تمد يمدون مد يمد"),
    ("وصل", 1, "ai", "وصل وصلت وصلوا وصلنا يصل تصل يصلون وصل يوصل"),
    ("ولي", 1, "ia", "ولي وليت ولوا ولينا يولى تولى يولون ولي يولى"),
    ("وضع", 1, "aa", "وضع وضعت وضعوا وضعنا يضع تضع يضعون وضع يوضع"),
    ("ءخذ", 1, "au", "أخذ أخذت أخذوا أخذنا يأخذ تأخذ يأخذون أخذ يؤخذ"),
    ("سءل", 1, "aa", "سأل سألت سألوا سألنا يسأل تسأل يسألون سئل يسأل"),
    ("بدء", 1, "aa", "بدأ بدأت بدؤوا بدأنا يبدأ تبدأ يبدؤون بدئ يبدأ"),
    ("جيء", 1, "ai", "جاء جاءت جاؤوا جئنا يجيء تجيء يجيئون جيء يجاء"),
    ("رءي", 1, "aa", "رأى رأت رأوا رأينا يرى ترى يرون رئي يرى"),
    ("ءتي", 1, "ai", "أتى أتت أتوا أتينا يأتي تأتي يأتون أتي يؤتى"),
    ("كرم", 2, "au", "كرم كرمت كرموا كرمنا يكرم تكرم يكرمون كرم يكرم"),
    ("ءكد", 2, "au", "أكد أكدت أكدوا أكدنا يؤكد تؤكد يؤكدون أكد يؤكد"),
    ("سمي", 2, "au", "سمى سمت سموا سمينا يسمي تسمي يسمون سمي يسمى"),
    ("شرك", 3, "au", "شارك شاركت شاركوا شاركنا يشارك تشارك يشاركون شورك يشارك"),
    ("نول", 3, "au", "ناول ناولت ناولوا ناولنا يناول تناول يناولون نوول يناول"),
    ("علن", 4, "au", "أعلن أعلنت أعلنوا أعلنا يعلن تعلن يعلنون أعلن يعلن"),
    ("قول", 4, "au", "أقال أقالت أقالوا أقلنا يقيل تقيل يقيلون أقيل يقال"),
    ("عطي", 4, "au", "أعطى أعطت أعطوا أعطينا يعطي تعطي يعطون أعطي يعطى"),
    ("عدد", 4, "au", "أعد أعدت أعدوا أعددنا يعد تعد يعدون أعد يعد"),
    ("وقف", 4, "au", "أوقف أوقفت أوقفوا أوقفنا يوقف توقف يوقفون أوقف يوقف"),
    ("ءمن", 4, "au", "آمن آمنت آمنوا آمنا يؤمن تؤمن يؤمنون أومن يؤمن"),
    ("نشء", 4, "au", "أنشأ أنشأت أنشؤوا أنشأنا ينشئ تنشئ ينشئون أنشئ ينشأ"),
    ("حدث", 5, "au", "تحدث تحدثت تحدثوا تحدثنا يتحدث تتحدث يتحدثون تحدث يتحدث"),
    ("لقي", 5, "au", "تلقى تلقت تلقوا تلقينا يتلقى تتلقى يتلقون تلقي يتلقى"),
    ("فوض", 6, "au", "تفاوض تفاوضت تفاوضوا تفاوضنا يتفاوض تتفاوض يتفاوضون تفووض يتفاوض"),
    ("ءمر", 6, "au", "تآمر تآمرت تآمروا تآمرنا يتآمر تتآمر يتآمرون تؤومر يتآمر"),
    ("فجر", 7, "au", "انفجر انفجرت انفجروا انفجرنا ينفجر تنفجر ينفجرون انفجر ينفجر"),
    ("هير", 7, "au", "انهار انهارت انهاروا انهرنا ينهار تنهار ينهارون انهير ينهار"),
    ("ضمم", 7, "au", "انضم انضمت انضموا انضممنا ينضم تنضم ينضمون انضم ينضم"),
    ("جمع", 8, "au", "اجتمع اجتمعت اجتمعوا اجتمعنا يجتمع تجتمع يجتمعون اجتمع يجتمع"),
    ("وصل", 8, "au", "اتصل اتصلت اتصلوا اتصلنا يتصل تتصل يتصلون اتصل يتصل"),
    ("صدم", 8, "au", "اصطدم اصطدمت اصطدموا اصطدمنا يصطدم تصطدم يصطدمون اصطدم يصطدم"),
    ("زهر", 8, "au", "ازدهر ازدهرت ازدهروا ازدهرنا يزدهر تزدهر يزدهرون ازدهر يزدهر"),
    ("طلع", 8, "au", "اطلع اطلعت اطلعوا اطلعنا يطلع تطلع يطلعون اطلع يطلع"),
    ("خير", 8, "au", "اختار اختارت اختاروا اخترنا يختار تختار يختارون اختير يختار"),
    ("شري", 8, "au", "اشترى اشترت اشتروا اشترينا يشتري تشتري يشترون اشتري يشترى"),
    ("حلل", 8, "au", "احتل احتلت احتلوا احتللنا يحتل تحتل يحتلون احتل يحتل"),
    ("حمر", 9, "au", "احمر احمرت احمروا احمررنا يحمر تحمر يحمرون احمر يحمر"),
    ("عمل", 10, "au", "استعمل استعملت استعملوا استعملنا يستعمل تستعمل يستعملون استعمل يستعمل"),
    ("قول", 10, "au", "استقال استقالت استقالوا استقلنا يستقيل تستقيل يستقيلون استقيل يستقال"),
    ("مرر", 10, "au", "استمر استمرت استمروا استمررنا يستمر تستمر يستمرون استمر يستمر"),
    ("ءنف", 10, "au", "استأنف استأنفت استأنفوا استأنفنا يستأنف تستأنف يستأنفون استؤنف يستأنف"),
    ("سيطر", 11, "au", "سيطر سيطرت سيطروا سيطرنا يسيطر تسيطر يسيطرون سيطر يسيطر"),
    ("دهور", 12, "au", "تدهور تدهورت تدهوروا تدهورنا يتدهور تتدهور يتدهورون تدهور يتدهور"),
]
SLOTS = [
    *[("perfect", "active", person) for person in ("3ms", "3fs", "3mp", "1p")],
    *[("imperfect", "active", person) for person in ("3ms", "3fs", "3mp")],
    ("perfect", "passive", "3ms"),
    ("imperfect", "passive", "3ms"),
]


@cache
def spellings(dictionary_form):
    """Return the folded forms of every verb with this dictionary form."""
    return {
        fold(found.surface)
        for verb in VERBS
        if lemma(verb.root, verb.form, verb.vowels) == dictionary_form
        for found in conjugate(verb.root, verb.form, verb.vowels)
    }


@pytest.mark.parametrize(("root", "form", "vowels", "expected"), PARADIGMS)
def test_paradigms(root, form, vowels, expected):
    """Every class of root in every form has the forms that a grammar lists."""
    forms = {}
    for found in conjugate(root, form, vowels):
        forms.setdefault((found.tense, found.voice, found.person), found.surface)
    assert [forms[slot] for slot in SLOTS] == expected.split()


@pytest.mark.parametrize(
    ("spoken", "spelled"),
    [
        ("سَءَلَ", ["سأل"]),
        ("سُءِلَ", ["سئل"]),
        ("رَءُفَ", ["رؤف"]),
        ("مَسْءُول", ["مسؤول"]),
        ("يَقْرَءَانِ", ["يقرآن"]),
        ("يَقْرَءُونَ", ["يقرؤون", "يقرأون"]),
        ("تَفَاءَلَ", ["تفاءل"]),
        ("تَفَاءُل", ["تفاؤل"]),
        ("شَيْء", ["شيء"]),
        ("بُطْء", ["بطء"]),
        ("ءَءْمَنَ", ["آمن"]),
        ("ءِعْلَان", ["إعلان"]),
        ("تَنَب\u0651\u064fء", ["تنبؤ"]),
    ],
)
def test_hamza_seats(spoken, spelled):
    """A hamza is written on the seat of the strongest vowel beside it."""
    assert seat(spoken) == spelled


@pytest.mark.parametrize("verb", VERBS[::7], ids=lambda verb: f"{verb.root}{verb.form}")
def test_every_form_is_read_back(verb: Verb):
    """Each third-person form of a verb is read as a verb, and what it is read as really has that form."""
    for found in conjugate(verb.root, verb.form, verb.vowels):
        key = fold(found.surface)
        if found.person.startswith("3") and len(key) > 2 and not key.startswith("وو"):
            reading = read_verb(key)
            assert reading is not None, found
            assert reading.object or key in IRREGULAR or key in spellings(reading.lemma)


@given(
    st.lists(st.sampled_from(STRONG), min_size=3, max_size=3, unique=True), st.sampled_from([1, 2, 3, 4, 5, 6, 7, 10])
)
def test_sound_roots_keep_their_radicals(root, form):
    """In every form of a sound root its radicals stand in order, and no two persons of the perfect singular merge."""
    forms = list(conjugate("".join(root), form))
    for found in forms:
        rest = iter(found.surface)
        assert all(radical in rest for radical in root)
    assert forms[0].surface == lemma("".join(root), form)


@given(st.text(alphabet="ءاويabc" + STRONG, max_size=5), st.integers(-1, 13), st.sampled_from(["au", "xy", "ai"]))
def test_nothing_but_the_documented_error(root, form, vowels):
    """What is no root and form is refused with the library's own error."""
    sound = form in range(1, 13) and len(root) == (4 if form > 10 else 3) and vowels[0] in "aui"
    if not sound:
        with pytest.raises(ClaimcheckError):
            list(conjugate(root, form, vowels))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("قال قالت يقولون قلنا تقولان", "قال"),
        ("أعلنت يعلنون أعلنوها تعلنه", "أعلن"),
        ("استقبله تستقبلهم استقبلها", "استقبل"),
        ("يجب", "وجب"),
        ("يعد تعد", "عد"),
        ("توفي توفيت", "توفي"),
        ("أعطاه أعطتهم", "أعطى"),
        ("قتلوه قتلتهم", "قتل"),
    ],
)
def test_dictionary_forms(words, expected):
    """Every person, tense and suffixed pronoun leads to one dictionary form."""
    assert {read_verb(fold(word)).lemma for word in words.split()} == {expected}


@pytest.mark.parametrize("word", "كتاب مدرسة سيارة طائرة جمهورية دولار مليون القاهرة إنجليزي".split())
def test_nouns_are_no_verbs(word):
    """A noun that no verb spells alike is not read as one."""
    assert read_verb(fold(word)) is None


@pytest.mark.parametrize(
    ("noun", "verb"),
    [
        ("توقيع", "وقع"),
        ("افتتاح", "افتتح"),
        ("تسمية", "سمى"),
        ("إقالة", "أقال"),
        ("إيقاف", "أوقف"),
        ("مشاركة", "شارك"),
        ("اختيار", "اختار"),
        ("احتلال", "احتل"),
        ("استيراد", "استورد"),
        ("استقالته", "استقال"),
        ("انهيار", "انهار"),
        ("مقتل", "قتل"),
        ("وفاته", "توفي"),
        ("شراؤها", None),
        ("كرسي", None),
        ("استحواذ", "استحوذ"),
        ("مؤامرة", "آمر"),
        ("إيواء", "آوى"),
        ("استئناف", "استأنف"),
        ("استيلاء", "استولى"),
    ],
)
def test_verbal_nouns(noun, verb):
    """A verbal noun leads to its verb, with and without a suffixed pronoun."""
    assert read_masdar(fold(noun)) == verb


def test_verbal_nouns_follow_from_root_and_form():
    """Verbal nouns of the derived forms are generated, never listed."""
    assert masdar("وحد", 8, "اتحد") == "اتحاد"
    assert masdar("هير", 7, "انهار") == "انهيار"
    assert masdar("قرر", 10, "استقر") == "استقرار"


def test_a_word_is_a_form_of_the_verbs_whose_own_conjugation_has_it():
    """Paradigms that verbs of one shape share say of every form what the verb's own conjugation says, and no more.

    Left out are only the rare persons whose ending is joined to a like letter of the root (ثبتم).
    """
    own: dict[Verb, dict[str, tuple[str, str, str]]] = {verb: {} for verb in verbs()}
    for verb, forms in own.items():
        for form in conjugate(verb.root, verb.form, verb.vowels):
            forms.setdefault(fold(form.surface), (form.tense, form.voice, form.person))
    missing = {verb: set(forms) for verb, forms in own.items()}
    for core in {key for forms in own.values() for key in forms}:
        for match in matches(core):
            assert own[match.verb].get(core) == (match.form.tense, match.form.voice, match.form.person), match
            missing[match.verb].discard(core)
    left = {own[verb][core][2] for verb, cores in missing.items() for core in cores}
    assert left <= {"2mp", "2md", "2fp"}
