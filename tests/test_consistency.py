"""An article against itself: laws of each rule, places that conflict, and as many near misses that do not."""

import time
from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from claimcheck import Document, check, extract
from claimcheck.consistency import internal_findings
from claimcheck.consistency.dates import WEEKDAYS
from claimcheck.model.verdicts import Finding
from claimcheck.strategies.articles import claims
from claimcheck.strategies.respelling import respellings

PUBLISHED = date(2024, 5, 15)  # a Wednesday
MONTHS = ("يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر")
FEW = st.integers(3, 400)


def found(text: str, title: str | None = None, published: date | None = PUBLISHED) -> list[Finding]:
    return internal_findings(extract(Document(text=text, title=title, published=published)))


def codes(text: str, title: str | None = None, published: date | None = PUBLISHED) -> list[str]:
    return [finding.code for finding in found(text, title, published)]


@given(FEW, FEW)
def test_a_part_is_no_larger_than_its_total(total: int, part: int) -> None:
    """What the text calls a part conflicts exactly where it is larger, and both places are pointed to."""
    text = f"أسفر القصف عن مقتل {total} شخصاً، بينهم {part} جندياً."
    findings = found(text)
    assert [f.code for f in findings] == ["value"] * (part > total)
    for finding in findings:
        assert finding.claim_span is not None
        assert finding.other_span is not None
        assert finding.claim_span.of(text) == finding.found == f"{part} جندياً"
        assert finding.other_span.of(text) == finding.expected == f"{total} شخصاً"


@given(FEW, FEW, FEW)
def test_parts_that_divide_a_total_add_up_to_no_more(total: int, women: int, men: int) -> None:
    """Women and men are all different people, so more of both than there are people is a conflict."""
    text = f"حضر الدورة {total} متدرباً، منهم {women} امرأة و{men} رجلاً."
    assert bool(found(text)) == (women + men > total)


@given(st.integers(1, 98), st.integers(1, 98))
def test_distributed_shares_add_up_to_a_whole(first: int, second: int) -> None:
    """Shares that the text distributes are at most 100 percent together, rounding apart."""
    text = f"توزعت الأصوات بين {first}% للقائمة الأولى و{second}% للقائمة الثانية."
    assert bool(found(text)) == (first + second > 101)


@given(st.dates(date(1990, 1, 1), date(2049, 12, 31)), st.sampled_from(range(7)))
def test_a_date_has_one_weekday(day: date, weekday: int) -> None:
    """A date with its year conflicts with every weekday but its own."""
    text = f"افتتح المعرض يوم {WEEKDAYS[weekday]} {day.day} {MONTHS[day.month - 1]} {day.year}."
    findings = found(text, published=None)
    assert [f.code for f in findings] == ["date"] * (weekday != day.weekday())
    assert all(f.expected == WEEKDAYS[day.weekday()] for f in findings)


@given(st.dates(date(2000, 1, 1), date(2039, 12, 31)), st.integers(2, 20), st.integers(2, 60))
def test_a_length_is_that_of_its_days(first: date, days: int, told: int) -> None:
    """From one day to another there are as many days as between them, counted with either end, give or take one."""
    last = first + timedelta(days - 1)
    ends = [f"{day.day} {MONTHS[day.month - 1]} {day.year}" for day in (first, last)]
    text = f"استمرت الدورة من {ends[0]} إلى {ends[1]} لمدة {told} يوماً."
    assert bool(found(text)) == (not days - 2 <= told <= days + 1)


@given(st.integers(1920, 1990), st.integers(20, 90), st.integers(-40, 40))
def test_an_age_follows_from_birth_and_death(born: int, lived: int, off: int) -> None:
    """The age at death conflicts where it is clearly off the years between birth and death; one year never is."""
    assume(lived + off > 2)
    text = f"ولد الأديب عام {born} وتوفي عام {born + lived} عن عمر {lived + off} عاماً."
    if off > 6 or off < -2:
        assert codes(text) == ["value"]
    if abs(off) <= 1:
        assert codes(text) == []


@given(claims(), st.data())
def test_respelling_changes_no_finding(text: str, data: st.DataObject) -> None:
    """Digits, harakat, tatweel and hamza slips make no finding and take none away; a consistent claim has none."""
    assert codes(text) == []
    wrong = f"{text} وقتل 12 شخصاً بينهم 15 جندياً."
    assert codes(data.draw(respellings(wrong))) == codes(wrong)


WORDS = """
قتل 12 شخصا بينهم منهم هم 15 جنديا و 6 نساء و3 رجال ، . % 60% و50%
من الأصوات توزعت بين والباقي ولد عام 1950 توفي 2020 عن عمر 70 عاما (25 المولود مواليد 5
إلى 9 مايو لمدة عشرة أيام يوم الأحد 9 أبريل 2024 الموافق رمضان 1445هـ أمس الاثنين اليوم نفى
لم نسبة البطالة بلغت ارتفع انخفض أسعار النفط في القاهرة قالت الشرطة 9999 0 نصف 31/2/2024
""".split()
TEXTS = st.lists(st.sampled_from(WORDS), max_size=50).map(" ".join) | st.text(max_size=200)


@given(TEXTS, TEXTS, st.none() | st.dates())
def test_any_text_is_read(text: str, title: str, published: date | None) -> None:
    """No text and no title raises anything; both places lie inside the text, the other one first."""
    for finding in found(text, title, published):
        assert finding.claim_span is not None
        assert finding.claim_span.of(text)
        assert finding.other_span is None or finding.other_span <= finding.claim_span


CONFLICTS = [
    # totals and parts
    ("لقي 9 أشخاص حتفهم هم 6 رجال و5 نساء.", "value"),
    ("ضم الوفد 40 طالباً موزعين بين 20 طالباً من مصر و25 من تونس.", "value"),
    ("خصصت الوزارة 30 مليون دولار، منها 45 مليون دولار للتعليم.", "value"),
    ("شاركت في المعرض 120 شركة منها 150 شركة محلية.", "value"),
    ("قتل 12 شخصاً، من بينهم 8 جنود و6 مدنيين.", "value"),
    ("لقي 12 شخصاً مصرعهم، بينهم 15 امرأة.", "value"),
    ("ضبطت الشرطة 12 عاملاً أجنبياً، بينهم 15 امرأة.", "value"),
    # shares
    ("أيد المشروع 60% من السكان وعارضه 50%، والباقي لا رأي لهم.", "value"),
    ("بلغت نسبة المشاركة 112 في المئة.", "value"),
    ("حصل المرشح على 130% من الأصوات.", "value"),
    ("بلغت نسبة المشاركة في الانتخابات 140%.", "value"),
    ("انقسم المشاركون بين 70% للخطة و40% ضدها.", "value"),
    # ages
    ("ذكرت الشرطة أن الشاب البالغ من العمر 25 عاماً من مواليد 15 مارس 1980.", "value"),
    ("وقع العقد اللاعب المولود في 5 مايو 1990 والبالغ من العمر 20 عاماً.", "value"),
    ("قال محمد علي (25 عاماً) المولود عام 1980 إنه سعيد.", "value"),
    ("توفي الفنان عن عمر يناهز 65 عاماً، وهو من مواليد عام 1980.", "value"),
    # periods
    ("يقام المهرجان لمدة عشرة أيام خلال الفترة من 5 إلى 9 مايو.", "duration"),
    ("يقام المهرجان بين 5 و9 مايو ولمدة 10 أيام.", "duration"),
    ("استمر المعرض لمدة 3 أيام من 10 حتى 20 مايو.", "duration"),
    ("حكم البلاد من عام 2000 إلى عام 2005 لمدة عشر سنوات.", "duration"),
    # days
    ("وقع الحادث الأربعاء 14 مايو.", "date"),
    ("وقع الحادث يوم الخميس 2/4/2024.", "date"),
    ("تبدأ الدراسة يوم الجمعة 12 رمضان 1445هـ الموافق 2 أبريل 2024م.", "date"),
    ("وصل الوفد أمس الاثنين. وغادر اليوم الاثنين.", "date"),
    # figures told twice
    (
        "لقي 12 شخصاً مصرعهم في حريق شب في فندق بالقاهرة. وقالت الوزارة إن لجنة من الخبراء بدأت عملها في الموقع لمعرفة "
        "الأسباب، وإن النتائج ستعلن في الأسبوع المقبل، كما زار المحافظ المكان ووعد بالتعويض. وكان 15 شخصاً لقوا "
        "مصرعهم في حريق شب في فندق بالقاهرة.",
        "value",
    ),
]


@pytest.mark.parametrize(("text", "code"), CONFLICTS)
def test_places_that_conflict(text: str, code: str) -> None:
    """Each text has one finding with its code, internal, with a level and sentences in both languages."""
    findings = found(text)
    assert [f.code for f in findings] == [code]
    finding = findings[0]
    assert finding.scope == "internal"
    assert finding.evidence is None
    assert finding.level
    assert finding.message != finding.message_ar


NEAR_MISSES = [
    # parts that may overlap, that are beside the total, or of something else
    "قتل 12 شخصاً بينهم 8 نساء و6 أجانب.",
    "توفي ستة عمال بينهم مهندس وأصيب 13 غيرهم.",
    "أدى الانفجار إلى مقتل شخصين وإصابة العشرات بينهم 5 أطفال.",
    "قرر ثلاثة قضاة سجن المتهمين، بينهم 12 طبيباً.",
    "قتل شخصان، وجرح آخرون، بينهم 5 أطفال.",
    "أدت 3 غارات إلى مقتل مدنيين بينهم 12 طفلاً.",
    "قتل 7 أشخاص وأصيب 9 أشخاص، بينهم 12 جندياً.",
    "قتل أكثر من 10 أشخاص، بينهم 12 جندياً.",
    "تبرعت الشركة بنحو 20 مليون دولار، منها 20.5 مليون دولار للتعليم.",
    "خصصت الدولة 30 مليون دولار، منها 45 مليون جنيه للتعليم.",
    "ضم الوفد 40 طالباً موزعين على 45 غرفة.",
    "شارك 40% من الطلاب، منهم 60% من الإناث.",
    # shares of several wholes, and rises
    "توزعت الزيادة بين 60% في القمح و55% في الذرة.",
    "بلغ النمو 60% في القمح و55% في الذرة.",
    "حصل الحزب على 45% من الأصوات مقابل 60% في الدورة السابقة.",
    "ارتفعت البطالة بنسبة 120% في المدينة.",
    "بلغت نسبة الأرباح 130% من رأس المال.",
    "توزعت الأصوات بين 33.4% و33.3% و33.4% للقوائم الثلاث.",
    "بلغت نسبة المشاركة في الانتخابات 74%.",
    # ages of a day long past, of somebody else, rounded
    "ولد الكاتب عام 1950 وهاجر وعمره 12 عاماً.",
    "ولد الكاتب عام 1950 وكان يبلغ من العمر 20 عاماً عندما نشر روايته.",
    "ولد الطفل عام 2020 لأب عمره 60 عاماً وأم عمرها 40 عاماً.",
    "ولد الكاتب عام 1950 وتوفي عام 2020 عن عمر ناهز السبعين عاماً.",
    "توفي أمس الكاتب المولود عام 1950 عن عمر 74 عاماً.",
    "حكم على المتهم المولود عام 2000 بالسجن 30 عاماً.",
    "فقد أثر سالم حمدان (المولود في 1982) ورامي سعيد (35 عاماً).",
    "في عام 2010 فاز باللقب اللاعب المولود عام 1990 والبالغ من العمر 20 عاماً.",
    # lengths of something else, of working days, of whole weeks
    "يستمر التسجيل من 1 إلى 5 مايو لدورة مدتها 30 يوماً.",
    "يقام المهرجان من 5 إلى 9 مايو لمدة خمسة أيام.",
    "يقام المهرجان من 5 إلى 9 مايو لمدة أسبوع.",
    "عاش في المدينة بين عامي 1900 و1950 لمدة 20 عاماً.",
    "يمكن السفر لمدة ثلاثة أيام خلال الفترة من 10 إلى 20 مايو.",
    "يدوم البازار أربعة أيام من الساعة 9 صباحاً إلى الساعة 1 ظهراً.",
    "يقام المهرجان من 5 إلى 9 مايو لمدة 3 ساعات يومياً.",
    "يقام المعرض لمدة شهر من 5 مايو إلى 5 يونيو.",
    # days that fit, either way round, in another year, by the moon
    "وقع الحادث الثلاثاء 14 مايو.",
    "وقع الحادث يوم الأحد 2/4/2024.",
    "عقدت القمة الأربعاء 14 يونيو.",
    "تبدأ الدراسة يوم السبت 12 رمضان 1445هـ الموافق 23 مارس 2024م.",
    "وصل الوفد أمس الثلاثاء. وغادر اليوم الأربعاء.",
    # two happenings, items of a list, a growing toll, two sources
    "تراجعت أرباح شركة النور بنسبة 38%، وتراجعت أرباح شركة الضياء بنسبة 8%.",
    "قتل 12 شخصاً في انفجار بالقاهرة. وقتل 15 شخصاً في انفجار ببيروت.",
    "قتل 12 شخصاً في انفجار بالقاهرة. وارتفع عدد القتلى لاحقاً إلى 15 شخصاً.",
    "قالت الشرطة إن 12 شخصاً قتلوا في الانفجار. وقالت المستشفى إن 15 شخصاً قتلوا في الانفجار.",
]


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_places_that_have_another_reading(text: str) -> None:
    """What can be read without a contradiction has no finding."""
    assert codes(text) == []


TITLES = [
    ("مقتل 51 شخصاً في انفجار بمصنع في طنطا", "قتل 15 شخصاً في انفجار وقع داخل مصنع للألعاب في طنطا أمس.", "value"),
    ("المفاوضات تستمر 5 أيام في جنيف", "تستمر المفاوضات 15 يوماً في جنيف، بحسب الوزارة.", "duration"),
    ("ارتفاع أرباح شركة النسيج الوطنية", "انخفضت أرباح شركة النسيج الوطنية في الربع الأول.", "direction"),
    ("البرلمان لم يوافق على الموازنة الجديدة", "وافق البرلمان على الموازنة الجديدة أمس.", "polarity"),
]


@pytest.mark.parametrize(("title", "text", "code"), TITLES)
def test_a_title_against_its_text(title: str, text: str, code: str) -> None:
    """The place is in the text; the title, which is no part of it, is what was expected."""
    findings = found(text, title)
    assert [f.code for f in findings] == [code]
    assert findings[0].claim_span is not None
    assert findings[0].other_span is None
    assert findings[0].expected
    assert codes(text) == []


GOOD_TITLES = [
    # it adds up, rounds, counts whom the text names, picks a part, tells of one of two movements
    ("مصرع وإصابة 8 في حادث بأسوان", "لقي 3 أشخاص مصرعهم وأصيب 5 آخرون في حادث بأسوان."),
    ("مقتل 4 جنود في هجوم بأسوان", "قتل 3 جنود في هجوم بأسوان. وفي حادث آخر قتل جندي في قنا."),
    ("93 % نسبة الإنجاز في المستشفى", "بلغت نسبة الإنجاز في المستشفى 93.5 %."),
    ("الرابطة توقف المريخ وثلاثة أندية أخرى", "أوقفت الرابطة خمسة أندية بينها المريخ والنيل."),
    ("3 لاعبين ضمن قائمة المرشحين للجائزة", "كشف الاتحاد قائمة المرشحين العشرة للجائزة وبينهم ثلاثة من لاعبي الأهلي."),
    ("أسعار النفط ترتفع بعد تراجع المخزون", "ارتفعت أسعار النفط اليوم بعدما أظهرت بيانات تراجع المخزون."),
    ("الجيش ينفي قتل مدنيين", "نفى الجيش اتهامات له. وقالت مصادر إن الجيش قتل مدنيين."),
    ("اللجنة توصي بعدم تجديد العقد", "أوصت اللجنة أمس بعدم تجديد العقد."),
    ("الذهب عند أعلى مستوى في 3 أسابيع", "ارتفع الذهب إلى أعلى مستوى في 21 يوماً."),
]


@pytest.mark.parametrize(("title", "text"), GOOD_TITLES)
def test_what_titles_do(title: str, text: str) -> None:
    """A title that shortens its text contradicts nothing."""
    assert codes(text, title) == []


def test_check_reports_internal_findings_without_a_corpus() -> None:
    """An article is checked against itself whether there is a corpus or not; the findings are in text order."""
    text = "افتتح المعرض يوم الأحد 9 أبريل 2024. وحضر الافتتاح 12 وزيراً، بينهم 15 امرأة."
    report = check(Document(text=text, published=PUBLISHED), None)
    assert [(f.code, f.scope) for f in report.findings] == [("date", "internal"), ("value", "internal")]


@pytest.mark.parametrize(
    "unit",
    [
        "5 منهم و7 ",
        "12 شخصا بينهم و15 جنديا ",
        "50% و",
        "ولد عام 1950 عمره 9 أعوام ",
        "من 5 إلى 9 مايو لمدة 30 يوما ",
        "توزع 50% و60% ",
    ],
)
def test_time_is_linear(unit: str) -> None:
    """Four times the text takes no more than about four times as long, even in one sentence."""

    def seconds(size: int) -> float:
        extraction = extract(Document(text=unit * size, published=PUBLISHED))
        taken = []
        for _ in range(3):
            start = time.process_time()
            internal_findings(extraction)
            taken.append(time.process_time() - start)
        return min(taken)

    seconds(10)
    assert seconds(8000) < 8 * seconds(2000) + 0.01
